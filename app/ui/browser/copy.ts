/** A button with `data-copy="id"` copies the value of the field with that id. Without script it stays hidden: the field can be copied by hand. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy ?? '') as HTMLInputElement | null
    if (!field) return
    await navigator.clipboard.writeText(field.value).catch(() => field.select())
    button.textContent = 'Copied'
  })
}
