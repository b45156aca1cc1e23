/** A form with `data-passkey="address"` is sent with a passkey: asked for there, made or shown by the person's device, and put into its field `passkey`. Without script, or in a browser without passkeys, the form stays hidden and what stands after it says so. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential)) break
  form.hidden = false
  const otherwise = form.nextElementSibling
  if (otherwise?.matches('[data-otherwise]')) otherwise.remove()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (form.getAttribute('aria-busy') !== 'true') void sendWith(form)
  })
}

async function sendWith(form: HTMLFormElement) {
  const says = form.querySelector('[role=status]') as HTMLElement
  form.setAttribute('aria-busy', 'true')
  says.textContent = ''
  try {
    const password = field(form, 'current')
    const options = await asked(form.dataset.passkey as string, password?.value ?? '')
    field(form, 'passkey').value = JSON.stringify(await given(options))
    // It was asked for, and is not sent twice.
    if (password) password.value = ''
    form.submit()
  } catch (error) {
    says.textContent = wordsFor(error as Error)
    form.removeAttribute('aria-busy')
  }
}

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement

async function asked(address: string, current: string) {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ current }) })
  const options = await answer.json()
  if (!answer.ok) throw new Refused(options.detail)
  return options
}

const given = (options: PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON) =>
  'user' in options
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })

class Refused extends Error {}

function wordsFor(error: Error): string {
  if (error instanceof Refused) return error.message
  if (error.name === 'InvalidStateError') return 'This device has a passkey of yours already.'
  if (error.name === 'NotAllowedError') return 'No passkey was given. Try again.'
  return 'That did not work here. Load the page again, or use your password.'
}
