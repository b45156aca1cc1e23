import { say } from './say.ts'

/** Keeps an open page as it would be if it were loaded now. `data-watch` names what it shows, with the version; the stream of events tells when that changed. Then the page is asked for again: elements with `data-live` and an id replace their namesakes, and comments that are new are put in their place. */
const watched = [...document.querySelectorAll<HTMLElement>('[data-watch]')]
const shown = new Map(watched.map((element) => (element.dataset.watch ?? '').split('~') as [string, string]))

let source: EventSource | undefined
let isAsking = false
let isStale = false

// Browsers open few connections to a site: a page that nobody looks at holds none.
if (shown.size > 0) {
  document.addEventListener('visibilitychange', listen)
  listen()
}

function listen() {
  source?.close()
  source = undefined
  if (document.hidden) return
  source = new EventSource(`/api/v1/events?watch=${[...shown].map((pair) => pair.join('~')).join(',')}`)
  source.addEventListener('changed', ({ data }) => {
    const { kind, id, version } = JSON.parse(data)
    if (Number(shown.get(`${kind}.${id}`)) >= version) return
    shown.set(`${kind}.${id}`, String(version))
    void refresh()
  })
}

/** One at a time; what changes meanwhile asks once more. */
async function refresh() {
  isStale = true
  if (isAsking) return
  isAsking = true
  while (isStale) {
    isStale = false
    const page = await freshPage()
    if (page) update(page)
  }
  isAsking = false
}

async function freshPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
  } catch {
    // Offline for a moment: the stream comes back, and tells again.
    return undefined
  }
}

function update(page: Document) {
  for (const fresh of page.querySelectorAll('[data-live]')) replace(fresh)
  const added = [...page.querySelectorAll('.comment[id]')].filter(({ id }) => !document.getElementById(id)).filter(add)
  if (added.length > 0) say(added.length === 1 ? 'A new comment came.' : `${added.length} new comments came.`)
}

/** What somebody is in the middle of stays as it is. */
function replace(fresh: Element) {
  const old = document.getElementById(fresh.id)
  if (!old || old.outerHTML === fresh.outerHTML || isInUse(old, fresh)) return
  old.replaceWith(document.adoptNode(fresh))
}

const unfolded = (element: Element) => element.querySelectorAll('details[open]').length
const isInUse = (element: Element, fresh: Element) =>
  element.matches(':focus-within') || unfolded(element) !== unfolded(fresh) || element.querySelector('[aria-busy]')

/** Puts a comment after the one that it follows, or first below what it answers; says whether it found the place. */
function add(comment: Element): boolean {
  const item = comment.closest('li')
  const list = item?.parentElement
  if (!item || !list) return false
  const before = item.previousElementSibling?.querySelector(':scope > .comment')?.id
  const place = before && document.getElementById(before)?.closest('li')
  const above = list.closest('.comment, .thread-section')?.id
  const parent = above && document.getElementById(above)
  if (place) place.after(document.adoptNode(item))
  else if (parent) listIn(parent, list).prepend(document.adoptNode(item))
  return Boolean(place || parent)
}

/** The list of replies in a comment or section, made as the fresh page has it where there is none. */
function listIn(parent: Element, list: Element): Element {
  const own = parent.querySelector(':scope > ol.thread')
  if (own) return own
  const made = document.adoptNode(list.cloneNode(false)) as Element
  const heading = parent.querySelector(':scope > .title-row')
  if (heading) heading.after(made)
  else parent.append(made)
  return made
}
