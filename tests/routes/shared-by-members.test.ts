import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findMember } from '#app/features/accounts/accounts.server.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { routePath } from '#app/http/route-path.ts'
import { type Client, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const pages = readdirSync('app/routes/pages').filter((file) => file.endsWith('.tsx') && file !== '$.tsx')

describeSiteOnBothEngines('Pages that members share', (site) => {
  test('hold no private byte of any member, on any route, with scripts and without', { timeout: 60_000 }, async () => {
    const author = await newClient(site(), 'author')
    const ids = await someThings(author)
    const readers = await Promise.all(['qqone', 'qqtwo'].map((handle) => someReader(site(), handle, ids)))
    const addresses = pages.map((file) => filled(`/${routePath(file)}`, ids))
    const [one, two] = readers.map(({ cookie }) => cookie) as [string, string]
    await crawl(site(), addresses, `${one}; js=1`)
    await crawl(site(), [...addresses, `/overlay/posts/${ids.post}`], `js=1; ${two}`)
    await crawl(site(), addresses, one)
    const kept = site().pages.texts()
    expect(kept.some((text) => text.includes('data-overlay="/overlay/posts/'))).toBe(true)
    for (const text of kept) expect(/.{40}qq(?:one|two).{40}/s.exec(text)?.[0]).toBeUndefined()
    expect(kept.join('')).not.toContain('aria-pressed="true"')
  })

  test('come as bytes that are not sent again, with an overlay for each member alone', async () => {
    const author = await newClient(site(), 'another-author')
    const { post, excerpt } = await someThings(author)
    const [one, two] = await Promise.all(
      ['rrone', 'rrtwo'].map((handle) => someReader(site(), handle, { post: post as string })),
    )
    const path = `/posts/${post}`
    const first = await read(site(), path, `${one?.cookie}; js=1`)
    const again = await read(site(), path, `js=1; ${two?.cookie}`, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    const laid = await Promise.all(
      [one, two].map(async (of) => JSON.parse((await read(site(), `/overlay${path}`, `${of?.cookie}; js=1`)).text)),
    )
    expect(laid[0].parts.who).toContain('rrone')
    expect(laid[1].parts.who).toContain('rrtwo')
    expect(laid[0].pressed).toEqual([`v-post-${post}-approval-up`])
    expect(laid[0].parts.answer).toContain('rrone-draft')
    // What the page shows of an excerpt counts as shown once the overlay is answered.
    const shown = await site()
      .db.selectFrom('showings')
      .select('member_id')
      .where('excerpt_id', '=', excerpt as string)
      .execute()
    expect(shown.map((row) => row.member_id)).toEqual(expect.arrayContaining([one?.member.id, two?.member.id]))
  })

  test('are not for who wrote them, moderates, hid them, or is nobody any more', async () => {
    const author = await newClient(site(), 'third-author')
    const { post } = await someThings(author)
    const path = `/posts/${post}`
    const own = await signedIn(site(), author)
    expect((await read(site(), path, `${own}; js=1`)).text).toContain('data-overlay')
    const answer = await read(site(), `/overlay${path}`, `${own}; js=1`)
    expect(JSON.parse(answer.text).again).toBe(true)
    expect(answer.headers.get('set-cookie')).toContain(`own=1; Path=${path};`)
    expect((await read(site(), path, `${own}; js=1; own=1`)).text).toContain(`/posts/${post}/edit`)
    const moderator = await signedIn(site(), await newClient(site(), 'the-moderator', 'moderator'))
    for (const cookie of [moderator, 'parallax_session=nothing']) {
      const { text, headers } = await read(site(), `/overlay${path}`, `${cookie}; js=1`)
      expect(JSON.parse(text).again).toBe(true)
      expect(headers.get('set-cookie')).toContain('js=; Path=/; Max-Age=0')
    }
    // What is not there for any member is there for its author.
    await author.call('PATCH', path, { published: false })
    const hidden = await author.call('POST', '/posts', { title: 'Hidden', body: 'zyxhidden', published: false })
    const seen = await read(site(), `/posts/${hidden.body.id}`, `${own}; js=1`)
    expect(seen).toMatchObject({ status: 200, text: expect.stringContaining('zyxhidden') })
    expect(site().pages.texts().join('')).not.toContain('zyxhidden')
  })
})

/** A few at a time. */
async function crawl(site: Site, addresses: readonly string[], cookie: string) {
  const left = [...addresses]
  const walk = async () => {
    for (let address = left.pop(); address; address = left.pop())
      expect((await read(site, address, cookie)).status, address).toBeLessThan(500)
  }
  await Promise.all([walk(), walk(), walk()])
}

async function signedIn({ db }: Site, { member }: Client): Promise<string> {
  return (await startSession(db, await findMember(db, member.id), false)).split(';')[0] as string
}

async function made(client: Client, path: string, body: unknown) {
  const answer = await client.call('POST', path, body)
  expect(answer.status, path).toBeLessThan(202)
  return answer.body
}

async function someThings(author: Client): Promise<Record<string, string>> {
  const name = author.member.handle
  const turns = [{ role: 'user', text: `The words that matter to ${name}.` }]
  const transcript = (await made(author, '/transcripts', { title: 'A letter', turns })).id
  const excerpt = (await made(author, `/transcripts/${transcript}/excerpts`, { exact: 'words that matter' })).id
  const label = (await made(author, '/labels', { name: `feint of ${name}`, definition: 'Done for show.' })).id
  const claim = await made(author, '/claims', {
    statement: name,
    framings: [{ name: `fear of ${name}`, definition: 'd' }],
  })
  const evidence = [{ excerptId: excerpt, labelId: label }]
  const post = (await made(author, '/posts', { title: 'Read by all', body: 'x', evidence })).id
  const comment = (await made(author, `/threads/post/${post}/comments`, { body: 'said' })).id
  return { post, comment, excerpt, label, transcript, claim: claim.id, framing: claim.framings[0].id }
}

/** Somebody who only reads, votes, drafts and hides. */
async function someReader(site: Site, handle: string, { post, comment }: Record<string, string>) {
  const client = await newClient(site, handle)
  await client.call('PUT', `/votes/post/${post}/approval`, { value: 1 })
  if (comment) await client.call('PUT', `/votes/comment/${comment}/agreement`, { value: -1 })
  await client.call('PUT', `/drafts/comment.on.post.${post}`, { fields: { body: `${handle}-draft` }, revision: 0 })
  await client.call('POST', '/posts', { title: `${handle}-hidden`, body: `${handle}-hidden`, published: false })
  return { member: client.member, cookie: await signedIn(site, client) }
}

/** An address of a route: what it leads to is of the kind that the path begins with. */
function filled(path: string, ids: Record<string, string>): string {
  const kind = path.split('/')[1]?.replace(/s$/, '') ?? ''
  return path
    .replace(':handle', 'author')
    .replace(':standpointId', ids.claim ?? '')
    .replace(/:\w+/g, ids[kind] ?? (ids.post as string))
}

async function read(site: Site, path: string, cookie: string, headers: Record<string, string> = {}) {
  const answer = await fetch(site.address + path, {
    headers: { cookie, accept: '*/*', ...headers },
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
