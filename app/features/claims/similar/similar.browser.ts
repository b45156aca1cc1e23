/** While a claim's statement is typed, claims that say much the same are shown below it; without the script they come when the form is sent. */
const field = document.querySelector<HTMLInputElement>('form[data-similar] input[name=statement]')
const pause = 400
const fewest = 8

if (field) {
  const place = document.createElement('div')
  place.className = 'similar'
  place.setAttribute('role', 'status')
  field.closest('.field')?.after(place)
  let timer = 0
  let asked = ''
  const look = async () => {
    const like = field.value.trim()
    if (like === asked) return
    asked = like
    if (like.length < fewest) return place.replaceChildren()
    const answer = await fetch(`/api/v1/claims?like=${encodeURIComponent(like)}`).catch(() => undefined)
    if (!answer?.ok || like !== asked) return
    show(place, (await answer.json()).items)
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(look, pause)
  })
}

function show(place: HTMLElement, claims: { id: string; statement: string }[]) {
  if (claims.length === 0) return place.replaceChildren()
  const words = document.createElement('p')
  words.textContent = claims.length === 1 ? 'Is it this one?' : 'Is it one of these?'
  const list = document.createElement('ul')
  for (const { id, statement } of claims) {
    const link = document.createElement('a')
    link.href = `/claims/${id}`
    link.textContent = statement
    // What was typed here is not to be lost by a look at another claim.
    link.target = '_blank'
    link.rel = 'noopener'
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  place.replaceChildren(words, list)
}
