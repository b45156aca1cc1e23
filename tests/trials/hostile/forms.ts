import type { Page, Response } from 'playwright-core'
import { type Next, textOf } from './planting.ts'
import { armedOn, type Watch } from './watching.ts'

/** A form as a page has it: which one it is of those with text fields, and what those are called. */
export interface FoundForm {
  page: string
  at: number
  /** Its address and fields, without the ids of things: what tells it from other forms. */
  name: string
  fields: string[]
}

/** Fields that take any text; a form that has one is filled. */
const typed = 'textarea, input:not([type]), input[type=text], input[type=search], input[type=url], input[type=email]'

const isOut = /sign-out|\/removal$|\/join$/

/** The forms of a page that send text. */
export async function formsOn(page: Page, path: string): Promise<FoundForm[]> {
  await page.goto(path)
  const found = await page.evaluate(
    (fields) =>
      [...document.forms]
        .filter((form) => form.method === 'post' && form.querySelector(fields))
        .map((form, at) => {
          const names = [...form.querySelectorAll<HTMLInputElement>(fields)].map((field) => field.name).filter(Boolean)
          const intent = form.querySelector<HTMLInputElement>('[name=intent], [name=deed], [name=do]')?.value ?? ''
          return { at, action: new URL(form.action).pathname, intent, fields: names }
        }),
    typed,
  )
  return found
    .filter(({ action, fields }) => fields.length > 0 && !isOut.test(action))
    .map(({ at, action, intent, fields }) => {
      const name = `${action.replace(/\/[0-9a-z]{18}(?=\/|$)|\/[\w-]*-[0-9a-z]{18}(?=\/|$)/g, '/…')} ${intent} ${fields.join(' ')}`
      return { page: path, at, name, fields }
    })
}

/** What somebody typed last is long, then ever shorter: until a form takes it. */
const lengths = [2000, 400, 90, 30]

/** Types hostile text into every text field of a form, with something chosen wherever a choice is wanted, and sends it as a browser does. Says what is wrong with each answer, those that refuse it and show what was typed included; and whether it was taken. */
export async function fillForm(watch: Watch, { page: path, at }: FoundForm, next: Next) {
  const faults: string[] = []
  for (const length of lengths) {
    await watch.page.goto(path)
    const answer = await submit(watch.page, at, textOf(next, length))
    if (!answer) break
    const status = answer.status()
    faults.push(...(status >= 500 ? [`${path} answers ${status}`] : []), ...(await armedOn(watch, path)))
    if (status < 400) return { faults, isTaken: true }
  }
  return { faults, isTaken: false }
}

/** Nothing where the form is gone: what it was for is done. */
async function submit(page: Page, at: number, text: string): Promise<Response | null> {
  const form = page.locator('form[method=post]', { has: page.locator(typed) }).nth(at)
  if ((await form.count()) === 0) return null
  await form.evaluate(type, [typed, text] as const)
  await form.evaluate(choose)
  const answer = page.waitForNavigation({ waitUntil: 'load' })
  // Without the page's scripts and checks: as any program may send it.
  await form.evaluate((one) => HTMLFormElement.prototype.submit.call(one))
  return answer
}

/** Works in the page. */
function type(form: Element, [fields, words]: readonly [string, string]) {
  for (const field of form.querySelectorAll<HTMLInputElement>(fields)) if (field.name !== 'handle') field.value = words
}

/** Works in the page: takes the first of every choice that is not made. */
function choose(form: Element) {
  for (const select of form.querySelectorAll('select'))
    if (select.value === '') select.value = [...select.options].find(({ value }) => value !== '')?.value ?? ''
  for (const { name } of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    const [first, ...others] = form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)
    if (first && ![first, ...others].some((one) => one.checked)) first.checked = true
  }
}
