const waitMs = 500
// Where there is room beside the form; the styles say so too.
const isWide = matchMedia('(min-width: 70rem)')

let waiting = 0
let asked = 0

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || target.name !== 'body' || !isWide.matches) return
  const form = target.form
  if (!form?.matches('.column > form.writing')) return
  clearTimeout(waiting)
  waiting = window.setTimeout(() => void draw(form, target.value), waitMs)
})

/** The preview that the form's page answers with, beside the form, as what is typed changes; what has the focus keeps it. */
async function draw(form: HTMLFormElement, body: string) {
  const turn = ++asked
  const fields = new URLSearchParams({ intent: 'preview', body })
  const headers = { accept: 'text/html' }
  const answer = await fetch(form.action, { method: 'POST', body: fields, headers }).catch(() => undefined)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const fresh = page.querySelector('.preview.beside')
  if (turn !== asked || !fresh) return
  const shown = form.parentElement?.querySelector(':scope > .preview.beside')
  // Its place on the page and how far it is scrolled stay.
  if (shown) shown.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)))
  else form.before(document.adoptNode(fresh))
}
