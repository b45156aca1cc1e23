/** Files may be dropped anywhere on the form; what is too large is said before it is sent. */
const form = document.querySelector<HTMLFormElement>('.import-form')
const field = form?.querySelector<HTMLInputElement>('input[type=file]')

if (form && field) {
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    form.classList.add('dragging')
  })
  form.addEventListener('dragleave', () => form.classList.remove('dragging'))
  form.addEventListener('drop', (event) => {
    form.classList.remove('dragging')
    const files = event.dataTransfer?.files
    if (!files?.length) return
    event.preventDefault()
    field.files = files
    check()
  })
  field.addEventListener('change', check)
  form.addEventListener('submit', (event) => {
    if (!field.reportValidity()) event.preventDefault()
  })
}

function check() {
  const most = Number(form?.dataset.most)
  const size = [...(field?.files ?? [])].reduce((sum, file) => sum + file.size, 0)
  const has = Math.ceil(size / 1e5) / 10
  field?.setCustomValidity(size > most ? `These have ${has} MB; ${most / 1e6} MB go together.` : '')
  field?.reportValidity()
}
