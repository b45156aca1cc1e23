import { addKeys } from '#app/ui/browser/keys.ts'

const summaries = (within = '.comment') =>
  [...document.querySelectorAll<HTMLElement>(`${within} > summary`)].filter((one) => one.checkVisibility())

/** The comment that the keyboard is in, or that the address names. */
function current(): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>('.comment') ?? document.querySelector<HTMLElement>('.comment:target')
  )
}

/** Goes to the next or previous of these in the page, seen from the current comment, or from what is on the screen. */
function go(step: 1 | -1, within?: string) {
  const from = current()?.querySelector(':scope > summary')
  const all = summaries(within)
  const to =
    step === 1 ? all.find((one) => isAfter(one, from)) : all.findLast((one) => !isAfter(one, from) && one !== from)
  to?.focus()
  to?.scrollIntoView({ block: 'start' })
  return to !== undefined
}

function isAfter(one: Element, from: Element | null | undefined): boolean {
  if (!from) return one.getBoundingClientRect().top >= 0
  return Boolean(from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
}

/** Presses what the current comment itself offers, not what a reply to it does. */
function press(selector: string) {
  const found = current()?.querySelector<HTMLElement>(`:scope > .said ${selector}`)
  found?.click()
  return found !== undefined && found !== null
}

function nextNew() {
  if (go(1, '.comment.is-new')) return true
  // Nothing new is shown further down: where the thread says that there is more, it is followed.
  if (press('a[data-key=n]') || document.querySelector('.comment.is-new')) return true
  const first = document.querySelector<HTMLAnchorElement>('.news a')
  first?.click()
  return first !== null
}

if (document.querySelector('.thread-section'))
  addKeys({
    j: () => go(1),
    k: () => go(-1),
    n: nextNew,
    r: () => press('a[data-key=r]'),
    e: () => press('a[data-key=e]'),
    u: () => press('[id$="-approval-up"]'),
    d: () => press('[id$="-approval-down"]'),
  })
