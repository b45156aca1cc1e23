/** A link to what a thread leaves out brings it in place: of the page that it leads to, the comments that are not here yet. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.rest > a')
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  void bring(link)
})

async function bring(link: HTMLAnchorElement) {
  const item = link.parentElement as HTMLElement
  const holder = item.closest('details.comment')?.id ?? 'comments'
  item.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(link.href, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const list = page.getElementById(holder)?.querySelector(':scope > ol.thread')
    if (!answer.ok || !list) throw new Error('nothing to bring')
    const fresh = [...list.children].filter((one) => !isHere(one))
    item.replaceWith(...fresh.map((one) => document.adoptNode(one)))
    for (const one of fresh) for (const deeper of one.querySelectorAll('ol.thread')) setLevel(deeper)
    fresh[0]?.querySelector<HTMLElement>('summary, a')?.focus()
    document.dispatchEvent(new CustomEvent('swapped', { detail: [holder] }))
  } catch {
    location.href = link.href
  }
}

function isHere(item: Element): boolean {
  const id = item.querySelector('details.comment')?.id
  return Boolean(id && document.getElementById(id))
}

/** The page that it came from began further up: how far a list is indented follows from where it is now. */
function setLevel(list: Element) {
  let level = 0
  for (let above = list.parentElement?.closest('ol.thread'); above; above = above.parentElement?.closest('ol.thread'))
    level++
  list.className = `thread level-${Math.min(level, 8)}`
}

/** An address that names a comment which is left out here leads to where it is. */
function followHash() {
  const id = /^#c-([\w.-]+)$/.exec(location.hash)?.[1]
  if (id && document.getElementById('comments') && !document.getElementById(`c-${id}`))
    location.replace(`/comments/${id}`)
}
followHash()
addEventListener('hashchange', followHash)
