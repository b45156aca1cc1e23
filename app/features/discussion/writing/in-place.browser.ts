/** Answers that are being written under what they answer, by the address of their page. One that is closed keeps what was typed. */
const begun = new Map<string, HTMLElement>()

document.addEventListener('click', (event) => {
  const target = event.target as Element
  if (target.closest('button[data-cancel]')) return cancel(target)
  const link = target.closest<HTMLAnchorElement>('.comment-foot a[data-key="r"]')
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  void open(link)
})

async function open(link: HTMLAnchorElement) {
  const section = begun.get(link.href) ?? (await bring(link))
  if (!section) return location.assign(link.href)
  begun.set(link.href, section)
  if (!section.isConnected) {
    link.closest('.comment-foot')?.after(section)
    document.dispatchEvent(new CustomEvent('swapped', { detail: [] }))
  }
  focusIn(section)
}

async function bring(link: HTMLAnchorElement): Promise<HTMLElement | undefined> {
  link.setAttribute('aria-busy', 'true')
  const answer = await fetch(link.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  link.removeAttribute('aria-busy')
  const section = document.createElement('div')
  section.className = 'answer-here'
  section.setAttribute('role', 'group')
  section.setAttribute('aria-label', link.textContent ?? '')
  section.dataset.of = link.href
  return answer && (await fill(section, answer)) ? section : undefined
}

/** Puts the form of a page in the section, without what stands above it there: the comment is above it here. Says whether the page had one. */
async function fill(section: HTMLElement, answer: Response): Promise<boolean> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const column = page.querySelector('main form.writing')?.parentElement
  if (!column) return false
  for (const above of column.querySelectorAll(':scope > :is(h1, .answering, .answered)')) above.remove()
  const address = section.dataset.of ?? ''
  for (const form of column.querySelectorAll('form')) if (!form.hasAttribute('action')) form.action = address
  column.querySelector('form.writing > .actions')?.append(cancelButton(page))
  makeOwn(column, `here-${[...begun.keys(), address].indexOf(address)}-`)
  section.replaceChildren(...[...column.childNodes].map((node) => document.adoptNode(node)))
  return true
}

function cancelButton(page: Document): HTMLElement {
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'link'
  button.dataset.cancel = ''
  button.textContent = 'Cancel'
  return button
}

const naming = ['id', 'for', 'form', 'list', 'aria-describedby', 'aria-labelledby']

/** The page that a form is put into has forms already: its ids become its own. */
function makeOwn(column: Element, prefix: string) {
  for (const name of naming) {
    for (const element of column.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name)?.split(' ') ?? []
      element.setAttribute(name, ids.map((id) => prefix + id).join(' '))
    }
  }
}

function focusIn(section: HTMLElement) {
  const field = section.querySelector<HTMLTextAreaElement>('textarea[name="body"]')
  field?.focus()
  section.scrollIntoView({ block: 'nearest' })
}

function cancel(within: Element) {
  const section = within.closest('.answer-here')
  const link = section?.previousElementSibling?.querySelector<HTMLElement>('a[data-key="r"]')
  section?.remove()
  link?.focus()
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
  const section = (event.target as Element).closest?.('.answer-here')
  if (section) cancel(section)
})

/** Steps on the way, as a preview or one more excerpt, come back in place; what is sent leads to where it then stands. */
document.addEventListener('submit', (event) => {
  const button = event.submitter as HTMLButtonElement | null
  const form = event.target as HTMLFormElement
  const section = form.closest<HTMLElement>('.answer-here')
  if (!section || button?.name !== 'intent' || event.defaultPrevented) return
  event.preventDefault()
  void step(section, form, button)
})

async function step(section: HTMLElement, form: HTMLFormElement, button: HTMLButtonElement) {
  const body = new FormData(form, button)
  section.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
    if (!(await fill(section, answer))) throw new Error('no form came back')
    const again = `button[name="intent"][value="${button.value}"]:not([aria-hidden])`
    const refused = section.querySelector<HTMLElement>('[role="alert"]')
    ;(refused ?? section.querySelector<HTMLElement>(again))?.focus()
    document.dispatchEvent(new CustomEvent('swapped', { detail: [] }))
  } catch {
    // As without script: on its own page, with the step that was asked for.
    form.append(intentOf(button))
    form.submit()
  } finally {
    section.removeAttribute('aria-busy')
  }
}

function intentOf({ value }: HTMLButtonElement): HTMLElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name: 'intent', value })
}
