interface Way {
  href: string
  words: string
}

const withThread = ['posts', 'claims', 'framings', 'transcripts', 'excerpts', 'labels', 'concepts', 'relations']
const withList = ['posts', 'claims', 'framings', 'transcripts', 'collections', 'labels', 'concepts', 'comments']
const withPage = [...withThread, ...withList, 'members', 'classifiers']

/** What one may do where a page is refused: sign in, go back to the thing, ask under it, look elsewhere. */
export function waysOn({ status, path, isSignedIn }: { status: number; path: string; isSignedIn: boolean }): Way[] {
  const [, room = '', id = '', below] = path.split('/')
  const ways: Way[] = []
  if (status === 403 && !isSignedIn)
    ways.push({ href: `/sign-in?to=${encodeURIComponent(path)}`, words: 'Sign in as somebody who may' })
  if (status === 403 && below !== undefined && withPage.includes(room))
    ways.push({ href: `/${room}/${id}`, words: 'Back to what it is about' })
  if (status === 403 && below !== undefined && withThread.includes(room))
    ways.push({ href: `/${room}/${id}#comments`, words: 'Ask under it' })
  if (status === 404 && withList.includes(room) && id !== '') ways.push({ href: `/${room}`, words: `All ${room}` })
  if (status === 404) ways.push({ href: '/search', words: 'Search' })
  return [...ways, { href: '/', words: 'To the front page' }]
}
