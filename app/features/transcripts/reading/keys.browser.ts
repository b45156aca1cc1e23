import { addKeys } from '#app/ui/browser/keys.ts'

const inThread = () => document.activeElement?.closest('.thread-section') !== null

/** What the keyboard is at: a note in the margin, else a turn; else what the address names. */
function current(): Element | null {
  const at = document.activeElement?.closest('.margin > li, .turn')
  return at ?? document.querySelector('.margin > li:target, .turn:target')
}

/** Goes to the next or previous of these, seen from where the keyboard is, or from what is on the screen. */
function go(step: 1 | -1, selector: string): boolean {
  if (inThread()) return false
  const from = current()
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const to = step === 1 ? all.find((one) => isPast(one, from)) : all.findLast((one) => isBefore(one, from))
  to?.focus({ preventScroll: true })
  to?.scrollIntoView({ block: 'center' })
  return to !== undefined
}

const inOrder = (one: Element, other: Element) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)

function isPast(one: Element, from: Element | null): boolean {
  if (!from) return one.getBoundingClientRect().top >= 0
  return (
    (!from.contains(one) && inOrder(from, one)) ||
    (from.matches('.turn') && one.matches('.margin *') && from.contains(one))
  )
}

function isBefore(one: Element, from: Element | null): boolean {
  if (!from) return one.getBoundingClientRect().top < 0
  return !from.contains(one) && inOrder(one, from)
}

const bar = () => document.querySelector<HTMLFormElement>('form#mark-words:not([hidden])')
const excerptHere = () => current()?.closest<HTMLElement>('[data-excerpt]')?.dataset.excerpt

/** Where this page has no further one, the list of marks knows the next, and another part the next turn. */
function goOn(step: 1 | -1, item: string): boolean {
  if (inThread()) return false
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`.mark-list ${item} > a`)]
  const at = links.findIndex(({ hash }) => hash === `#e-${excerptHere()}`)
  const link = at < 0 ? undefined : links[at + step]
  link?.click()
  return link !== undefined
}

function turnPart(step: 1 | -1): boolean {
  const link = document.querySelector<HTMLElement>(`.parts a[rel=${step === 1 ? 'next' : 'prev'}]`)
  if (link && !inThread()) link.click()
  return link !== null && !inThread()
}

/** Selected words are marked first; at a note its words are meant; at a turn one chooses sentences. */
function label() {
  const [selected, excerpt] = [bar(), excerptHere()]
  if (selected) return selected.requestSubmit()
  if (excerpt) return location.assign(`/excerpts/${excerpt}#label-these`)
  const link = current()?.querySelector<HTMLElement>('a.turn-mark')
  link?.click()
  return link !== undefined && link !== null
}

function cite() {
  const [button, excerpt] = [bar()?.querySelector<HTMLElement>('button[value=cite]'), excerptHere()]
  if (button) return button.click()
  if (excerpt) return location.assign(`/posts/new?excerpt=${excerpt}`)
  return false
}

const [turns, notes] = ['.turn-number', '.margin-words']
const disputes = '.margin > .disputed > .margin-words'

if (document.querySelector('.turns'))
  addKeys({
    j: () => go(1, turns) || turnPart(1),
    k: () => go(-1, turns) || turnPart(-1),
    n: () => go(1, notes) || goOn(1, 'li'),
    p: () => go(-1, notes) || goOn(-1, 'li'),
    N: () => go(1, disputes) || goOn(1, 'li.disputed'),
    P: () => go(-1, disputes) || goOn(-1, 'li.disputed'),
    l: label,
    c: cite,
  })
