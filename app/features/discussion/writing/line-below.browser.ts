const alike = ['font', 'letterSpacing', 'padding', 'border', 'boxSizing', 'lineHeight', 'tabSize'] as const

/** How far below the top of what a field stands in the line with this place of its text ends, in pixels. A field does not tell: a copy of it is measured. */
export function lineBelow(field: HTMLTextAreaElement, place: number): number {
  const copy = document.createElement('div')
  const looks = getComputedStyle(field)
  for (const property of alike) copy.style[property] = looks[property]
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    width: `${field.offsetWidth}px`,
  })
  const mark = document.createElement('span')
  mark.textContent = '.'
  copy.append(field.value.slice(0, place), mark)
  field.after(copy)
  const end = mark.offsetTop + mark.offsetHeight - field.scrollTop
  copy.remove()
  return field.offsetTop + Math.min(end, field.offsetHeight) + 4
}
