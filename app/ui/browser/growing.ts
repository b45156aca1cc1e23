/** Where styles cannot say that a field grows with its words, this does. */
if (!CSS.supports('field-sizing', 'content')) {
  const grow = (field: HTMLTextAreaElement) => {
    if (field.scrollHeight <= field.clientHeight) return
    const borders = field.offsetHeight - field.clientHeight
    field.style.setProperty('height', `${field.scrollHeight + borders}px`)
  }
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target)
  })
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target)
  })
}
