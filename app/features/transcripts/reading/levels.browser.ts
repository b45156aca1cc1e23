/** Brings the notes in the margin level with the words that they are about. Without it they stand in order beside their turn. */
const wide = matchMedia('(min-width: 62rem)')

function level(turn: HTMLElement) {
  const margin = turn.querySelector<HTMLElement>('.margin')
  if (!margin) return
  const notes = [...margin.children] as HTMLElement[]
  for (const note of notes) note.style.marginBlockStart = ''
  if (!wide.matches) return
  const top = margin.getBoundingClientRect().top
  // All is measured before anything moves.
  const measured = notes.map((note) => ({ own: note.getBoundingClientRect().top - top, words: wordsTop(turn, note) }))
  let pushed = 0
  notes.forEach((note, i) => {
    const { own, words } = measured[i] as { own: number; words: number | undefined }
    const more = words === undefined ? 0 : Math.max(0, words - top - own - pushed)
    if (more > 0) note.style.marginBlockStart = `${more}px`
    pushed += more
  })
}

const marksOf = (within: ParentNode, note: HTMLElement) =>
  within.querySelectorAll<HTMLElement>(`mark[data-e~="${note.dataset.excerpt}"]`)

function wordsTop(turn: HTMLElement, note: HTMLElement): number | undefined {
  return marksOf(turn, note)[0]?.getClientRects()[0]?.top
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) level(target.closest('.turn') as HTMLElement)
})
for (const words of document.querySelectorAll('.turn:has(.margin) .turn-words')) sizes.observe(words)

/** Whoever comes to a note, by hand or by key, sees which words it is about. */
function show(event: Event) {
  const note = (event.target as Element).closest?.<HTMLElement>('.margin > li')
  const isHere = event.type === 'mouseover' || event.type === 'focusin'
  if (note) for (const mark of marksOf(document, note)) mark.classList.toggle('is-near', isHere)
}
if (document.querySelector('.margin'))
  for (const type of ['mouseover', 'mouseout', 'focusin', 'focusout']) document.addEventListener(type, show)
