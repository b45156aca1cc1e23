import type { Page, Response } from 'playwright-core'
import { faultsShown, type View } from '#tests/support/page-faults.ts'
import { filled } from '../permissions/asking.ts'
import type { State } from './pages.ts'
import { signIn, type Worlds } from './worlds.ts'

/** Brings a window to a state and says what is wrong with the page there. */
export async function faultsIn(page: Page, worlds: Worlds, state: State, views: readonly View[]): Promise<string[]> {
  const world = worlds[state.world]
  const path = encodeURI(await filled(state.path, world.things))
  await signIn(page.context(), world, state.reader)
  const faults: string[] = []
  const listen = (answer: Response) => {
    if (answer.status() >= 400 && !answer.request().isNavigationRequest())
      faults.push(`${answer.status()} ${answer.url()}`)
  }
  page.on('response', listen)
  const asked = await page.goto(world.site.address + path)
  const body = state.body === undefined ? undefined : await filled(state.body, world.things)
  const answer = body === undefined ? asked : await send(page, path, body)
  await settled(page)
  page.off('response', listen)
  if (answer?.status() !== state.status) faults.push(`${answer?.status()} in the place of ${state.status}`)
  if (state.body === undefined && !path.startsWith('/sign-in') && new URL(page.url()).pathname === '/sign-in')
    faults.push('leads to signing in')
  return [...faults, ...(await faultsShown(page, views))]
}

/** What is a member's own comes a moment later, or the whole page once more. */
const settled = (page: Page) => page.waitForFunction(() => document.documentElement?.dataset.overlay === undefined)

/** Sends what no field of the page may take, as a form does. */
async function send(page: Page, path: string, body: string): Promise<Response | null> {
  const answer = page.waitForNavigation()
  await page.evaluate(
    ([action, sent]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      for (const part of (sent as string).split('&').filter(Boolean)) {
        const [name = '', ...value] = part.split('=')
        const field = Object.assign(document.createElement('input'), { type: 'hidden', name })
        field.value = decodeURIComponent(value.join('='))
        form.append(field)
      }
      document.body.append(form)
      HTMLFormElement.prototype.submit.call(form)
    },
    [path, body],
  )
  return answer
}
