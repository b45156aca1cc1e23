import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWindow } from '#tests/support/browser.ts'
import { startBrowser } from '#tests/support/chromium.ts'
import { type View, views } from '#tests/support/page-faults.ts'
import { anHour, roundsOf } from './rounds.ts'
import { faultsIn } from './states/looking.ts'
import { pageRoutes, routeOf, type State, statesOf } from './states/pages.ts'
import { closeWorlds, openWorlds, type Worlds } from './states/worlds.ts'

const { isLong, random, say } = roundsOf(1, 1)
/** In `npm test` one of so many states is looked at, the same ones in each run. */
const share = 30
const first = Math.floor(random() * share)
const all = statesOf()

let browser: Browser
let worlds: Worlds

beforeAll(async () => {
  ;[browser, worlds] = await Promise.all([startBrowser(), openWorlds(isLong ? 51 : 3)])
})

afterAll(async () => {
  await browser.close()
  await closeWorlds(worlds)
})

test('the table of states has a line for every page, and says how each form is refused', () => {
  const patterns = (states: State[]) => states.map(({ path }) => routeOf(path)?.pattern)
  const seen = patterns(all.filter(({ status }) => status < 400))
  const refused = patterns(all.filter(({ status }) => status >= 400))
  const routes = pageRoutes()
  const missing = (among: (string | undefined)[], asked: typeof routes) =>
    asked.map(({ pattern }) => pattern).filter((pattern) => !among.includes(pattern))
  expect(routes.length).toBeGreaterThan(110)
  expect([...seen, ...refused]).not.toContain(undefined)
  expect(
    missing(
      seen,
      routes.filter(({ isShown }) => isShown),
    ),
  ).toEqual([])
  expect(
    missing(
      refused,
      routes.filter(({ isShown, takesForms }) => isShown && takesForms),
    ),
  ).toEqual([])
})

const nameOf = ({ state, reader, path, body }: State) => `${state}, ${reader} ${path}${body ? ` | ${body}` : ''}`

/** Where a page never comes, the others are looked at all the same. */
const messageOf = (error: Error) => [error.message]

/** Half of the states in each of two windows, narrow and light and wide and dark; of few, one after the other. */
async function faultsAmong(states: State[]) {
  const faults: Record<string, string[]> = {}
  const seenIn = (at: number): readonly View[] => (isLong ? views : [views[at % 2] as View])
  const look = async (half: number) => {
    const page = await newWindow(browser, worlds.many.site)
    page.setDefaultTimeout(60_000)
    await page.context().route('**/export.html', opened)
    for (const [at, state] of states.entries()) {
      if (at % 2 !== half) continue
      const found = await faultsIn(page, worlds, state, seenIn(at >> 1)).catch(messageOf)
      if (found.length > 0) faults[nameOf(state)] = found
    }
    await page.context().close()
  }
  await Promise.all([look(0), look(1)])
  return faults
}

/** A file to keep, as somebody opens it who kept it: with its own policy alone. */
async function opened(route: Route) {
  const response = await route.fetch()
  const { 'content-disposition': _, 'content-security-policy': __, ...headers } = response.headers()
  await route.fulfill({ response, headers })
}

test('an address without a page says so in words, with a title and the way back', async () => {
  const page = await newWindow(browser, worlds.many.site)
  await page.goto('/nothing-here')
  expect(await page.title()).toMatch(/ · Parallax$/)
  expect(await page.getByRole('main').getByRole('link', { name: 'To the front page' }).count()).toBe(1)
  await page.context().close()
})

test('in every state every page stands up to axe, fits the window and lacks nothing', anHour, async () => {
  const states = all.filter((_, at) => isLong || at % share === first)
  const started = Date.now()
  expect(await faultsAmong(states)).toEqual({})
  say(`${states.length} states of ${pageRoutes().length} pages, ${Math.round((Date.now() - started) / 1000)} s`)
})
