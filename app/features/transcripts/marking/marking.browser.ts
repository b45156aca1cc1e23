import { lengthOf, shortened } from '#app/lib/text.ts'

const bar = document.querySelector<HTMLFormElement>('form#mark-words')
const waitMs = 120

if (bar) {
  const address = bar.action
  let waiting = 0
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => show(bar, address, selected()), waitMs)
  })
  // Words selected within marked ones: letting go of the mouse there is no wish to follow their link.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('[data-turn] a')
    if (link && event.detail > 0 && getSelection()?.isCollapsed === false) event.preventDefault()
  })
  // Pressing the button must not undo the selection first.
  bar.addEventListener('mousedown', (event) => event.preventDefault())
}

interface Selected {
  start: string
  end: string
  words: string
}

function show(bar: HTMLFormElement, address: string, span: Selected | undefined) {
  bar.hidden = !span
  if (!span) return
  const [start, end] = bar.querySelectorAll('input')
  if (start) start.value = span.start
  if (end) end.value = span.end
  // In the address too, so that whoever has to sign in first comes back to the same words.
  bar.action = `${address}?start=${span.start}&end=${span.end}`
  const output = bar.querySelector('output')
  if (output) output.value = `“${shortened(span.words, 120)}”`
}

/** Where the selected words start and end, as `turn.offset` in code points; white space at the ends is left out. */
function selected(): Selected | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const turns = [...document.querySelectorAll<HTMLElement>('[data-turn]')]
  const pieces = turns.filter((turn) => range.intersectsNode(turn)).map((turn) => pieceOf(turn, range))
  const spoken = pieces.filter(({ words }) => words.trim() !== '')
  const [first, last] = [spoken[0], spoken.at(-1)]
  if (!first || !last) return undefined
  const start = first.from + first.words.length - first.words.trimStart().length
  const end = last.from + last.words.trimEnd().length
  return {
    start: `${first.turn}.${lengthOf(first.text.slice(0, start))}`,
    end: `${last.turn}.${lengthOf(last.text.slice(0, end))}`,
    words: spoken.map(({ words }) => words).join(' '),
  }
}

/** What of a turn's text lies in the range, in UTF-16 units. */
function pieceOf(turn: HTMLElement, range: Range) {
  const text = turn.textContent ?? ''
  const from = turn.contains(range.startContainer) ? lengthTo(turn, range.startContainer, range.startOffset) : 0
  const to = turn.contains(range.endContainer) ? lengthTo(turn, range.endContainer, range.endOffset) : text.length
  return { turn: turn.dataset.turn, text, from, words: text.slice(from, to) }
}

function lengthTo(turn: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(turn, 0)
  before.setEnd(container, offset)
  return before.toString().length
}
