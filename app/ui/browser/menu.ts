/** The account's menu in the header is a `details`, which stays open by itself: Escape and a press elsewhere close it. */
const openMenu = () => document.querySelector<HTMLDetailsElement>('details.own[open]')

document.addEventListener('click', ({ target }) => {
  const menu = openMenu()
  if (menu && !menu.contains(target as Node)) menu.open = false
})

document.addEventListener('keydown', (event) => {
  const menu = openMenu()
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !menu) return
  event.preventDefault()
  const isWithin = menu.contains(document.activeElement)
  menu.open = false
  if (isWithin) menu.querySelector('summary')?.focus()
})
