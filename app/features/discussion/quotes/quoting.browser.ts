import { lengthOf } from '#app/lib/text.ts'

const waitMs = 150
const contextLength = 32
// Longer words than an address may hold are sent as a form.
const mostInAddress = 5000

const form = document.createElement('form')
form.className = 'quote-button'
const button = document.createElement('button')
button.className = 'button'
button.textContent = 'Quote'
form.append(button)
// Pressing the button must not undo the selection first.
form.addEventListener('pointerdown', (event) => event.preventDefault())

let waiting = 0
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting)
  waiting = window.setTimeout(show, waitMs)
})

/** Words selected in a post or comment that can be answered: a button beside them leads to the answer with the words in it. */
function show() {
  if (form.contains(document.activeElement)) return
  form.remove()
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  const prose = elementOf(range.startContainer)?.closest<HTMLElement>('.post > .prose, .said > .prose')
  const address = prose && answerTo(prose)
  const fields = prose && quoteIn(prose, range)
  if (!address || !fields) return
  fill(new URL(address), fields)
  prose.after(form)
  place(range)
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement)

/** The address that answers the comment, or the post, which the words stand in. */
function answerTo(prose: HTMLElement): string | undefined {
  const comment = prose.closest('.comment')
  if (comment) return comment.querySelector<HTMLAnchorElement>(':scope > .said > .comment-foot a[data-key="r"]')?.href
  const form = document.querySelector<HTMLFormElement>('.thread-section > form.answer-form')
  return (
    form?.action ??
    document.querySelector<HTMLAnchorElement>('.thread-section > :is(p, div) .actions a, .thread-section > .actions a')
      ?.href
  )
}

/** The words, what stands around them and where they start, in the text as the server reads it. */
function quoteIn(prose: HTMLElement, range: Range): Record<string, string> | undefined {
  let [text, from, to] = ['', -1, -1]
  for (const node of textsIn(prose)) {
    if (from < 0 && range.comparePoint(node, node.length) >= 0)
      from = text.length + (node === range.startContainer ? range.startOffset : 0)
    if (range.comparePoint(node, 0) <= 0)
      to = text.length + (node === range.endContainer ? range.endOffset : node.length)
    text += node.data
  }
  const exact = text.slice(from, to).trim()
  if (from < 0 || exact === '') return undefined
  const start = from + text.slice(from, to).indexOf(exact)
  return {
    quote: exact,
    'quote.prefix': [...text.slice(0, start)].slice(-contextLength).join(''),
    'quote.suffix': [...text.slice(start + exact.length)].slice(0, contextLength).join(''),
    'quote.start': String(lengthOf(text.slice(0, start))),
  }
}

/** Without what was put beside the words. */
function* textsIn(prose: HTMLElement): Iterable<Text> {
  const texts = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode as Text
    if (!node.parentElement?.closest('[data-aside], .card, figure')) yield node
  }
}

function fill(address: URL, fields: Record<string, string>) {
  const isShort = new URLSearchParams(fields).toString().length <= mostInAddress
  form.method = isShort ? 'get' : 'post'
  form.action = isShort ? address.pathname : address.href
  const asked = isShort ? Object.fromEntries(address.searchParams) : { intent: 'quote' }
  const inputs = Object.entries({ ...asked, ...fields }).map(([name, value]) => {
    // A hidden input would keep no line breaks; a hidden area does.
    const input = document.createElement('textarea')
    Object.assign(input, { name, value, hidden: true })
    return input
  })
  form.replaceChildren(button, ...inputs)
}

/** Below the last of the selected words. */
function place(range: Range) {
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
  const within = form.offsetParent ?? document.documentElement
  const origin = (
    getComputedStyle(within).position === 'static' ? document.documentElement : within
  ).getBoundingClientRect()
  const right = Math.min(last.right, document.documentElement.clientWidth - form.offsetWidth - 8)
  form.style.left = `${right - origin.left}px`
  form.style.top = `${last.bottom - origin.top + 6}px`
}
