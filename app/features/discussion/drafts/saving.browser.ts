import type { Draft, Fields } from './draft.ts'

const waitMs = 1500
const waitAfterFailureMs = 10_000
// Sending waits no longer for a site that does not answer.
const mostWaitMs = 4000
// Of a request that outlives its page browsers send no more.
const mostOutliving = 60_000

interface Saving {
  timer: number
  isDirty: boolean
  /** The save under way. */
  going: Promise<void> | undefined
  /** Nothing is saved after the form is sent: the draft would come back. */
  isSent: boolean
}

const savings = new WeakMap<HTMLFormElement, Saving>()
function savingOf(form: HTMLFormElement): Saving {
  const saving = savings.get(form) ?? { timer: 0, isDirty: false, going: undefined, isSent: false }
  savings.set(form, saving)
  return saving
}

const drafted = () => [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')]

/** What is typed into a form with `data-draft="PLACE"` is kept on the server soon after, and when the page is left. */
for (const kind of ['input', 'change']) {
  document.addEventListener(kind, ({ target }) => {
    const form = (target as HTMLInputElement).form
    if (form?.dataset.draft) keepSoon(form, waitMs)
  })
}

function keepSoon(form: HTMLFormElement, inMs: number) {
  const saving = savingOf(form)
  saving.isDirty = true
  saving.timer ||= window.setTimeout(save, inMs, form)
}

/** What a form holds that was sent and came back, refused or for a preview, may have been typed just before: no draft has it. */
function keepCameBack() {
  for (const form of drafted()) {
    if (form.dataset.cameBack === undefined) continue
    delete form.dataset.cameBack
    keepSoon(form, 0)
  }
}
keepCameBack()
document.addEventListener('swapped', keepCameBack)

function leave() {
  for (const form of drafted()) {
    const saving = savingOf(form)
    if (saving.isDirty && !saving.isSent) go(form, saving, true)
  }
}
// By `pagehide` the next page is made already, which may be this one again: `beforeunload` comes before it is asked for.
addEventListener('beforeunload', leave)
addEventListener('pagehide', leave)
document.addEventListener('visibilitychange', () => document.hidden && leave())
addEventListener('pageshow', () => {
  for (const form of drafted()) savingOf(form).isSent = false
})

function save(form: HTMLFormElement) {
  const saving = savingOf(form)
  clearTimeout(saving.timer)
  saving.timer = 0
  if (saving.isSent || !saving.isDirty) return
  // One after the other, so that the last is what stays.
  if (saving.going) void saving.going.then(() => save(form))
  else go(form, saving, false)
}

function go(form: HTMLFormElement, saving: Saving, outlives: boolean) {
  const going = put(form, saving, outlives).finally(() => {
    if (saving.going === going) saving.going = undefined
  })
  saving.going = going
}

async function put(form: HTMLFormElement, saving: Saving, outlives: boolean) {
  const [revision, name] = [fieldOf(form, 'draft.revision'), fieldOf(form, 'draft.window')]
  name.value ||= Math.random().toString(36).slice(2)
  saving.isDirty = false
  const body = JSON.stringify({ fields: fieldsOf(form), revision: Number(revision.value), window: name.value })
  try {
    const answer = await fetch(`/api/v1/drafts/${form.dataset.draft}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: outlives && body.length < mostOutliving,
    })
    const said = await answer.json()
    if (answer.status === 409 && said.newer) offer(form, said.newer)
    else if (answer.ok) revision.value = said.revision
    else throw new Error(said.detail)
    say(form, saidOf(answer.ok, said.revision))
  } catch (error) {
    keepSoon(form, waitAfterFailureMs)
    const why = error instanceof TypeError ? 'the site does not answer.' : (error as Error).message
    say(form, `Not kept as a draft yet: ${why}`)
  }
}

function saidOf(isKept: boolean, revision: number): string {
  if (isKept && revision === 0) return 'Nothing is typed: no draft is kept.'
  return `${isKept ? 'Kept as a draft' : 'Kept beside a newer draft'} at ${timeNow()}.`
}

const timeNow = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement

function fieldsOf(form: HTMLFormElement): Fields {
  const isTyped = ([name, value]: [string, unknown]) => typeof value === 'string' && !name.startsWith('draft.')
  return Object.fromEntries([...new FormData(form)].filter(isTyped)) as Fields
}

function say(form: HTMLFormElement, words: string) {
  const line = form.querySelector('[data-draft-line]')
  if (line && line.textContent !== words) line.textContent = words
}

/** Shows the draft of another window, which stands where this one would have been kept. */
function offer(form: HTMLFormElement, { fields: { title, statement, body, context }, revision }: Draft) {
  const choice = form.querySelector<HTMLElement>('.draft-choice')
  const [words, button] = [choice?.querySelector('pre'), choice?.querySelector('button')]
  if (!choice || !words || !button) return
  words.textContent = [title ?? statement, body ?? context].filter(Boolean).join('\n\n')
  button.value = `draft ${revision}`
  choice.hidden = false
}

/** Whatever takes the draft away waits for the save under way, which would bring it back; pressed again meanwhile it is still sent once. */
document.addEventListener('submit', (event) => {
  const { target, submitter } = event as SubmitEvent & { target: HTMLFormElement }
  const discards = submitter instanceof HTMLButtonElement && submitter.value === 'discard'
  const all = (discards ? drafted() : [target].filter(({ dataset }) => dataset.draft)).map(savingOf)
  const isWaiting = all.some(({ isSent, going }) => isSent && going)
  for (const saving of all) {
    saving.isSent = true
    clearTimeout(saving.timer)
    saving.timer = 0
  }
  const going = all.flatMap((saving) => saving.going ?? [])
  if (going.length === 0) return
  event.preventDefault()
  if (isWaiting) return
  const patience = new Promise((resolve) => setTimeout(resolve, mostWaitMs))
  void Promise.race([Promise.all(going), patience]).then(() => {
    for (const saving of all) saving.going = undefined
    target.requestSubmit(submitter)
  })
})
