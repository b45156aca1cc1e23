/** While the name of something on the map is typed, what it may be is offered below the field; without the script it is typed in full. */
const pause = 200
const nodes = ['label', 'framing', 'concept', 'claim']

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.list?.matches('[data-names]')) return
  // What was chosen from the list is typed in one go, and needs no list.
  const typed = target.value.trim()
  const { list } = target
  if (typed.length < 2 || [...list.options].some(({ value }) => value === typed)) return
  setTimeout(async () => {
    if (target.value.trim() !== typed) return
    const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(typed)}`).catch(() => undefined)
    if (!answer?.ok || target.value.trim() !== typed) return
    const { items } = (await answer.json()) as { items: { type: string; name: string }[] }
    list.replaceChildren(
      ...items.filter(({ type }) => nodes.includes(type)).map(({ type, name }) => new Option(type, name)),
    )
  }, pause)
})
