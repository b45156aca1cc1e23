import type { Overlaid } from '#app/ui/overlaid.ts'

/** A page that is made once for all members names where what is the reader's own comes from; it is laid over the page. */
const { overlay, scripted } = document.documentElement.dataset
// From now on pages come so.
// biome-ignore lint/suspicious/noDocumentCookie: the other way is not in every browser yet
if (scripted !== undefined && !document.cookie.includes('js=1')) document.cookie = 'js=1; path=/; samesite=lax'
if (overlay) void layOver(overlay)

async function layOver(address: string) {
  const answer = await fetch(address).catch(() => undefined)
  if (!answer?.ok) return
  const laid: Overlaid = await answer.json()
  if (laid.again) return location.reload()
  for (const [id, html] of Object.entries(laid.parts)) put(document.getElementById(id), html)
  for (const id of laid.pressed) press(document.getElementById(id))
  for (const id of laid.mine) own(id)
  for (const [id, next] of Object.entries(laid.next)) renew(id, next)
  delete document.documentElement.dataset.overlay
  document.dispatchEvent(new CustomEvent('swapped', { detail: Object.keys(laid.parts) }))
}

/** What somebody is in the middle of stays as it is. */
function put(old: Element | null, html: string) {
  if (!old || old.matches(':focus-within')) return
  old.outerHTML = html
}

function press(button: HTMLElement | null) {
  if (!(button instanceof HTMLButtonElement) || button.form?.ariaBusy) return
  button.setAttribute('aria-pressed', 'true')
  button.value = '0'
}

const made = (html: string) => document.createRange().createContextualFragment(html)

/** Nobody votes on their own, or flags it; they edit it. */
function own(id: string) {
  for (const form of document.querySelectorAll(`#v-comment-${id} > form`)) {
    const vote = made('<span class="vote"></span>').firstElementChild as Element
    vote.append(...[form.querySelector('.net') as Element, ` ${form.querySelector('.soft')?.textContent}`])
    form.replaceWith(vote)
  }
  const address = document.querySelector(`#c-${id} > .said > .comment-foot a[href="/comments/${id}"]`)
  const by = address?.querySelector('span')?.outerHTML ?? ''
  address?.parentElement?.querySelector('a[href^="/flags/"]')?.remove()
  address?.before(made(`<a href="/comments/${id}/edit" data-key="e">Edit${by}</a>`))
}

/** As the page of a reader to whom the comment is new. */
function renew(id: string, next: string | null) {
  const comment = document.getElementById(`c-${id}`)
  const summary = comment?.querySelector(':scope > summary')
  if (!comment || !summary) return
  comment.classList.add('is-new')
  summary.insertBefore(made('<span class="new-mark"> new</span>'), summary.querySelector('.below'))
  const about = comment.querySelector(':scope > .said > .comment-foot :is(a[href^="/flags/"], a[href^="/members/"])')
  const by = summary.querySelector('.member')?.textContent
  if (!next || !about) return
  const link = made('<a href="" data-key="n">Next new<span class="visually-hidden"></span></a>')
    .firstElementChild as HTMLAnchorElement
  link.href = next
  ;(link.firstElementChild as Element).textContent = ` after ${by}’s`
  about.before(link)
}
