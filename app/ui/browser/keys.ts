/** Single keys, for whoever wants them. Each does something to the page, or says by `false` that there is nothing to do it to. */
export type Keys = Record<string, () => unknown>

const all: Keys[] = []
/** What is added later is asked first. */
export const addKeys = (keys: Keys) => all.unshift(keys)

const kept = 'parallax-keys'
function areOff(): boolean {
  try {
    return localStorage.getItem(kept) === 'off'
  } catch {
    // Where nothing may be kept, nothing was turned off.
    return false
  }
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (isTyping(event.target as Element) || document.querySelector('dialog[open]') || areOff()) return
  if (all.some((keys) => Object.hasOwn(keys, event.key) && keys[event.key]?.() !== false)) event.preventDefault()
})

function isTyping(target: Element): boolean {
  return target.matches('input, textarea, select, [contenteditable], [role=combobox]')
}

addKeys({
  '/': () => {
    const search = document.querySelector<HTMLElement>('input[name=q]')
    search?.focus()
    return search !== null
  },
  '?': () => void show(),
})

/** The list of keys is a page of its own; here it stands in a dialog. */
async function show() {
  const answer = await fetch('/keys').catch(() => undefined)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const list = page.getElementById('keys')
  if (!list) return location.assign('/keys')
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-labelledby', 'keys-heading')
  dialog.append(document.adoptNode(list))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  name()
  dialog.showModal()
  // By itself it would begin at its first button, which stands below the list.
  const heading = dialog.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
  dialog.scrollTop = 0
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('button[data-keys]')
  if (!button) return
  if (button.dataset.keys === 'close') button.closest('dialog')?.close()
  else localStorage.setItem(kept, areOff() ? 'on' : 'off')
  name()
})

/** Keys of one letter can be turned off: those who speak to their computer press them unawares. */
function name() {
  for (const button of document.querySelectorAll<HTMLElement>('button[data-keys]')) {
    button.hidden = button.dataset.keys === 'close' && !button.closest('dialog')
    if (button.dataset.keys === 'switch') button.textContent = areOff() ? 'Turn keys on' : 'Turn keys off'
  }
}
name()
