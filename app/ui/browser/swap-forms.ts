/** A form with `data-swap="id …"` is sent without leaving the page: of the page that answers, the elements with these ids replace their namesakes here. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const ids = form.dataset.swap?.split(' ')
  if (!ids || event.defaultPrevented) return
  event.preventDefault()
  void send(form, event.submitter, ids)
})

async function send(form: HTMLFormElement, submitter: HTMLElement | null, ids: string[]) {
  const fields = new FormData(form, submitter)
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))
  form.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
    // Nothing was done: the page that asks to sign in first takes the form along.
    if (answer.status === 401) return plainly(form, submitter)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!ids.every((id) => page.getElementById(id))) return follow(answer)
    swap(page, ids)
  } catch {
    plainly(form, submitter)
  } finally {
    form.removeAttribute('aria-busy')
  }
}

function plainly(form: HTMLFormElement, submitter: HTMLElement | null) {
  delete form.dataset.swap
  form.requestSubmit(submitter)
}

/** The answer is another page (sign in first, say): go there as a plain form would have. */
function follow(answer: Response) {
  location.href = answer.url
}

function swap(page: Document, ids: string[]) {
  const focused = selectorOf(document.activeElement)
  for (const id of ids) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
    if (old && fresh) old.replaceWith(document.adoptNode(fresh))
  }
  if (focused) document.querySelector<HTMLElement>(focused)?.focus()
  document.dispatchEvent(new CustomEvent('swapped', { detail: ids }))
}

/** Finds the same control again after the swap, so that the keyboard stays where it was. */
function selectorOf(element: Element | null): string | undefined {
  if (element?.id) return `#${CSS.escape(element.id)}`
  if (!(element instanceof HTMLButtonElement) || !element.form?.id) return undefined
  return `#${CSS.escape(element.form.id)} button[value="${CSS.escape(element.value)}"]`
}
