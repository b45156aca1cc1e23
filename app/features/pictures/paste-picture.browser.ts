const shows = 'what the picture shows'

/** A picture that is pasted or dropped into a text is taken in, and stands there; what it shows is typed next. */
for (const kind of ['paste', 'drop'] as const) {
  document.addEventListener(kind, (event) => {
    const field = event.target
    const given = event instanceof ClipboardEvent ? event.clipboardData : (event as DragEvent).dataTransfer
    const file = [...(given?.files ?? [])].find(({ type }) => /^image\/(png|jpeg|webp)$/.test(type))
    if (!file || !(field instanceof HTMLTextAreaElement) || field.name !== 'body') return
    event.preventDefault()
    void bring(field, file)
  })
}

async function bring(field: HTMLTextAreaElement, file: File) {
  field.setAttribute('aria-busy', 'true')
  try {
    const headers = { 'content-type': file.type }
    const answer = await fetch('/api/v1/pictures', { method: 'POST', body: file, headers })
    const said = await answer.json()
    if (answer.ok) put(field, `![${shows}](${said.path})`)
    else put(field, `(${said.detail})`)
  } catch {
    put(field, '(The picture could not be sent.)')
  } finally {
    field.removeAttribute('aria-busy')
  }
}

function put(field: HTMLTextAreaElement, words: string) {
  const at = field.selectionStart
  field.setRangeText(words, at, field.selectionEnd, 'end')
  const from = words.indexOf(shows)
  if (from >= 0) field.setSelectionRange(at + from, at + from + shows.length)
  field.focus()
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
