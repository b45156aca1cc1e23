import { say } from '#app/ui/browser/say.ts'
import { lineBelow } from './line-below.browser.ts'

interface Suggestion {
  type: string
  name: string
  insert: string
  detail: string
}

interface Begun {
  kind: 'people' | 'things'
  typed: string
  start: number
}

const waitMs = 120
const fields = 'textarea[name="body"], textarea[name^="review."]'
const beginnings = [
  ['people', /(?<![\w@/.`])@([\w-]{2,40})$/],
  ['things', /\[\[([^[\]\n|]{2,100})$/],
] as const

/** What stands open: the field, the name that is begun in it, and what it may lead to. */
let open: { field: HTMLTextAreaElement; begun: Begun; items: Suggestion[]; at: number } | undefined
let waiting = 0
let asked = 0
let dismissed = -1

// An area of many lines may not have the role of a combobox, and so no aria-expanded; these it may have.
const tells = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': 'suggestions' }

const list = document.createElement('ul')
list.id = 'suggestions'
list.className = 'suggestions'
list.setAttribute('role', 'listbox')
list.setAttribute('aria-label', 'Suggestions')

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || !target.matches(fields)) return
  clearTimeout(waiting)
  const begun = begunIn(target)
  if (!begun) dismissed = -1
  if (!begun || begun.start === dismissed) return close()
  waiting = window.setTimeout(() => void ask(target, begun), waitMs)
})

/** The name that the caret stands at the end of, after @ or [[. */
function begunIn(field: HTMLTextAreaElement): Begun | undefined {
  const before = field.value.slice(0, field.selectionStart)
  for (const [kind, pattern] of beginnings) {
    const found = pattern.exec(before)
    if (found) return { kind, typed: found[1] as string, start: found.index }
  }
}

async function ask(field: HTMLTextAreaElement, begun: Begun) {
  const turn = ++asked
  const query = new URLSearchParams({ kind: begun.kind, q: begun.typed })
  const answer = await fetch(`/api/v1/suggestions?${query}`).catch(() => undefined)
  const items: Suggestion[] = answer?.ok ? (await answer.json()).items : []
  if (turn !== asked || document.activeElement !== field || begunIn(field)?.typed !== begun.typed) return
  const isWritten = items.length === 1 && items[0]?.insert === `@${begun.typed}`
  if (items.length === 0 || isWritten) return close()
  show(field, begun, items)
}

function show(field: HTMLTextAreaElement, begun: Begun, items: Suggestion[]) {
  open = { field, begun, items, at: 0 }
  list.replaceChildren(...items.map(optionOf))
  field.after(list)
  list.style.setProperty('top', `${lineBelow(field, begun.start)}px`)
  for (const [name, value] of Object.entries(tells)) field.setAttribute(name, value)
  choose(0)
  say(`${items.length === 1 ? '1 suggestion' : `${items.length} suggestions`}: arrows choose, Enter takes one.`)
}

function optionOf({ type, name, detail }: Suggestion, place: number): HTMLElement {
  const [option, about] = [document.createElement('li'), document.createElement('small')]
  option.id = `suggestion-${place}`
  option.setAttribute('role', 'option')
  about.textContent = [type === 'member' ? '' : type, detail].filter(Boolean).join(' · ')
  option.append(name, about)
  return option
}

function choose(place: number) {
  if (!open) return
  open.at = (place + open.items.length) % open.items.length
  for (const [n, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(n === open.at))
  open.field.setAttribute('aria-activedescendant', `suggestion-${open.at}`)
  list.children[open.at]?.scrollIntoView({ block: 'nearest' })
}

function close() {
  asked++
  clearTimeout(waiting)
  if (!open) return
  for (const name of [...Object.keys(tells), 'aria-activedescendant']) open.field.removeAttribute(name)
  open = undefined
  list.remove()
}

/** Puts it where its name was begun; an excerpt stands in a paragraph of its own, where it is drawn as a card. */
function take(place: number) {
  const { field, begun, items } = open as NonNullable<typeof open>
  const { insert, type } = items[place] as Suggestion
  close()
  const [before, after] = [field.value.slice(0, begun.start), field.value.slice(field.selectionStart)]
  const end = field.value.length - after.replace(begun.kind === 'things' ? /^\]{1,2}/ : '', '').length
  const isAlone = type === 'excerpt'
  const above = isAlone && before !== '' ? '\n\n'.slice(/\n{0,2}$/.exec(before)?.[0].length) : ''
  field.setSelectionRange(begun.start, end)
  dismissed = begun.start
  put(field, above + insert + (isAlone ? '\n\n' : ''))
}

/** As if it was typed, so that it can be undone. */
function put(field: HTMLTextAreaElement, words: string) {
  if (document.execCommand('insertText', false, words)) return
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const steps: Record<string, () => void> = {
  ArrowDown: () => choose((open?.at ?? 0) + 1),
  ArrowUp: () => choose((open?.at ?? 0) - 1),
  Enter: () => take(open?.at ?? 0),
  Tab: () => take(open?.at ?? 0),
  Escape: () => {
    dismissed = open?.begun.start ?? -1
    close()
  },
}

document.addEventListener('keydown', (event) => {
  const step = steps[event.key]
  if (!open || event.target !== open.field || !step || event.isComposing || event.shiftKey) return
  event.preventDefault()
  step()
})

// The caret went elsewhere without anything being typed.
for (const kind of ['keyup', 'click']) {
  document.addEventListener(kind, ({ target }) => {
    if (open && target === open.field && begunIn(open.field)?.start !== open.begun.start) close()
  })
}
document.addEventListener('focusout', ({ target }) => {
  if (target === open?.field) close()
})
// Pressing on the list must not take the caret out of the field.
list.addEventListener('pointerdown', (event) => event.preventDefault())
list.addEventListener('mousedown', (event) => event.preventDefault())
list.addEventListener('click', ({ target }) => {
  const place = [...list.children].findIndex((option) => option.contains(target as Node))
  if (place >= 0) take(place)
})
