/** Has words read out to whoever listens to the page, without moving anything. */
export function say(words: string) {
  let status = document.getElementById('live-status')
  if (!status) {
    status = document.createElement('p')
    status.id = 'live-status'
    status.className = 'visually-hidden'
    status.setAttribute('role', 'status')
    document.body.append(status)
  }
  status.textContent = words
}
