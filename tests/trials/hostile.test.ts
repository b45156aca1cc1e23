import { XMLValidator } from 'fast-xml-parser'
import type { Browser, BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openSite } from '#tests/support/browser.ts'
import { call, type Site } from '#tests/support/site.ts'
import { type FoundForm, fillForm, formsOn } from './hostile/forms.ts'
import { collection, payloads } from './hostile/payloads.ts'
import { doerOf, isTaking, type Next, type Planted, plant } from './hostile/planting.ts'
import { faultsAt, type Watch, watchedPage } from './hostile/watching.ts'
import { filled, type Row, rowsOf } from './permissions/asking.ts'
import { type Actor, type Cast, castOn, credentials } from './permissions/cast.ts'
import { table } from './permissions/table.ts'
import type { Things } from './permissions/things.ts'
import { anHour, pick, roundsOf } from './rounds.ts'

const { rounds, isLong, random, say } = roundsOf(1, 24)
const rows = rowsOf(table)
const writes = rows.filter(({ method, body }) => method !== 'GET' && body.startsWith('{'))
const reads = rows.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'))

const first = ['/', '/posts/{post}', '/claims/{claim}', '/transcripts/{transcript}', '/excerpts/{excerpt}'].concat([
  '/concepts/{concept}',
  '/labels/{label}',
  '/collections/{collection}',
  '/members/{owner}',
  '/claims/{claim}/history',
])
/** What is shown of each run alone, since it takes long to make. */
const rare = ['notification', 'classifier', 'answer', 'picture']

let site: Site
let browser: Browser
let cast: Cast
// biome-ignore lint/suspicious/noExplicitAny: a document to look into
let document: any
let at = Math.floor(random() * payloads.length)

const next: Next = (count) => Array.from({ length: count }, () => payloads[at++ % payloads.length] as string)

beforeAll(async () => {
  ;({ site, browser } = await openSite())
  cast = await castOn(site)
  document = (await call(site, 'GET', '/openapi.json')).body
})

function schemaFor({ method, path }: Row) {
  const pattern = Object.keys(document.paths).find((one) =>
    new RegExp(`^/api/v1${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  return document.paths[pattern ?? '']?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema
}

/** Does what a line of the table does, with hostile text in all that it says. */
async function plantRow(row: Row, things: Things): Promise<Planted> {
  const [doer, schema] = [doerOf(row), schemaFor(row)]
  if (!doer || !schema) return { fields: [], location: null }
  const path = encodeURI(await filled(row.path, things))
  const body = JSON.parse(await filled(row.body, things))
  const headers = await credentials(cast, doer, path)
  const send = async (method: string, to: string, sent: object) => {
    const answer = await call(site, method, to.replace('/api/v1', ''), sent, headers)
    return { status: answer.status, body: answer.body, location: answer.headers.get('location') }
  }
  return plant(send, row, path, body, schema, next)
}

/** Plants in every field, and gives the addresses of what shows it. */
async function plantAll(things: Things): Promise<{ fields: string[]; addresses: string[] }> {
  const [fields, addresses]: [string[], string[]] = [[], []]
  for (const row of writes) {
    const planted = await plantRow(row, isTaking(row) ? cast.fresh() : things)
    fields.push(...planted.fields)
    if (planted.location) addresses.push(planted.location.replace('/api/v1', ''))
  }
  return { fields, addresses }
}

const isPage = (path: string) =>
  !/\.(?:csv|json|jsonld|bib|txt|png|webp|atom|xml)$|\/(?:still|another)\b|\/data\/file$/.test(path)

/** Every page of the things, and of what was made; a few of them where there is little time. */
async function pagesOf(things: Things, made: string[]): Promise<string[]> {
  const all = [...new Set([...(await Promise.all(reads.map(({ path }) => filled(path, things)))), ...made])]
  const pages = all.filter((path) => isPage(path.split('?')[0] as string))
  const main = await Promise.all(first.map((path) => filled(path, things)))
  return isLong ? pages : [...main, ...Array.from({ length: 6 }, () => pick(random, pages))]
}

test('the collection has at least 300 texts of more than ten techniques', () => {
  expect(payloads.length).toBeGreaterThan(300)
  expect(Object.keys(collection).length).toBeGreaterThan(10)
  say(
    `${payloads.length} texts: ${Object.entries(collection)
      .map(([name, texts]) => `${texts.length} ${name}`)
      .join(', ')}`,
  )
})

test(
  'hostile text in every field that is shown runs on no page, with the site’s policy and without it',
  anHour,
  async () => {
    const fields = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const things = cast.fresh()
      for (const name of rare) things.keep(name, await cast.shared.of(name))
      const planted = await plantAll(things)
      for (const field of planted.fields) fields.add(field)
      const pages = await pagesOf(things, planted.addresses)
      const context = await browser.newContext({ baseURL: site.address, bypassCSP: round % 2 === 0 })
      if (round % 4 < 2) await signIn(context, 'owner')
      const watch = await watchedPage(context, site.address)
      const faults: string[] = []
      for (const page of pages) faults.push(...(await faultsAt(watch, page)))
      await context.close()
      expect(faults).toEqual([])
      say(
        `round ${round + 1}: ${planted.fields.length} fields, ${pages.length} pages${round % 2 ? '' : ', without the policy'}`,
      )
    }
    say(`${fields.size} fields took hostile text`)
    expect(fields.size).toBeGreaterThan(60)
  },
)

/** Forms that no call of the API stands for are among those of the pages: each is filled once. */
async function formsOf(watch: Watch, actor: Actor, pages: string[]): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>()
  for (const page of pages) {
    await signIn(watch.page.context(), actor)
    for (const form of await formsOn(watch.page, page)) found.set(form.name, form)
  }
  return [...found.values()]
}

/** Some pages and forms end sessions: each is asked for in a new one. */
async function signIn(context: BrowserContext, actor: Actor) {
  const [name = '', value = ''] = ((await credentials(cast, actor, '/')).cookie ?? '').split('=')
  await context.clearCookies()
  await context.addCookies([{ name, value, url: site.address }])
}

/** A few of the forms that browsers alone have; all forms of all pages where there is time. */
const few = ['/settings', '/moderation/post/{post}']

/** Fills every form that an actor finds, then looks at the pages again. */
async function fillAll(actor: Actor) {
  const things = cast.fresh()
  for (const name of rare) things.keep(name, await cast.shared.of(name))
  const context = await browser.newContext({ baseURL: site.address, bypassCSP: true })
  const watch = await watchedPage(context, site.address)
  const pages = isLong ? await pagesOf(things, []) : await Promise.all(few.map((path) => filled(path, things)))
  const [faults, fields]: [string[], string[]] = [[], []]
  let taken = 0
  for (const form of await formsOf(watch, actor, pages)) {
    await signIn(context, actor)
    const sent = await fillForm(watch, form, next)
    faults.push(...sent.faults.map((fault) => `${form.name}: ${fault}`))
    taken += Number(sent.isTaken)
    fields.push(...form.fields.map((field) => `${form.name} ${field}`))
  }
  await signIn(context, actor)
  for (const page of pages) faults.push(...(await faultsAt(watch, page)))
  await context.close()
  return { faults, fields, taken }
}

test('hostile text in every form runs neither where it is refused nor where it is shown', anHour, async () => {
  for (const actor of isLong ? (['owner', 'moderator', 'other'] as const) : (['moderator'] as const)) {
    const { faults, fields, taken } = await fillAll(actor)
    expect(faults).toEqual([])
    expect(taken).toBeGreaterThan(0)
    say(`${actor}: ${fields.length} fields of forms, ${taken} forms took what was typed`)
  }
})

test('what runs, what would run when touched, and what is fetched from elsewhere is seen', async () => {
  const planted = [
    '<script>hit(1)</script>',
    '<p onclick=hit(1)>',
    '<a href="java&Tab;script:hit(1)">',
    '<img src=//x.invalid/>',
  ]
  const context = await browser.newContext({ baseURL: site.address })
  const watch = await watchedPage(context, site.address)
  for (const html of planted) {
    await context.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    expect(await faultsAt(watch, '/planted'), html).not.toEqual([])
  }
  await context.close()
})

test('feeds stay well-formed, and say that they are no page', async () => {
  const found = [
    'posts',
    'comments',
    'claims',
    'labels',
    'collections',
    'labels/disputed',
    'concepts/missing',
    'search',
  ]
  for (const path of found) {
    const answer = await fetch(`${site.address}/${path}.atom?q=script`)
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'application/atom+xml; charset=utf-8',
      'nosniff',
    ])
    expect(XMLValidator.validate(await answer.text()), path).toBe(true)
  }
})
