/** Days, minutes and large numbers as this reader's browser writes them. What came from the server is exact, in `datetime` and `value`. */
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const minutes = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })
const number = new Intl.NumberFormat()

function say(element: Element, words: string) {
  if (element.textContent !== words) element.textContent = words
}

function localize(within: Element | Document) {
  for (const time of within.querySelectorAll('time')) {
    const at = Date.parse(time.dateTime)
    if (Number.isNaN(at)) continue
    say(time, ('minutes' in time.dataset ? minutes : day).format(at))
    time.title = exact.format(at)
  }
  for (const data of within.querySelectorAll('data')) say(data, number.format(Number(data.value)))
}

localize(document)
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof Element) localize(node.matches('time, data') ? (node.parentElement ?? node) : node)
}).observe(document.body, { childList: true, subtree: true })
