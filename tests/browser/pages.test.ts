import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSignIn, seed } from '#app/demo/seed.server.ts'
import { findProfile } from '#app/features/accounts/accounts.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { classifierPages } from '#tests/support/classified.ts'
import { said } from '#tests/support/map.ts'
import { faultsOn } from '#tests/support/page-faults.ts'
import type { Site } from '#tests/support/site.ts'

let browser: Browser
let site: Site
let paths: string[]
let written: string[]
let writing: string[]

beforeAll(async () => {
  ;({ browser, site } = await openSite({ STYLEGUIDE: 'on' }))
  await seed(site.db)
  const of = async (table: 'claims' | 'framings' | 'transcripts' | 'excerpts' | 'labels' | 'concepts' | 'posts') =>
    (await site.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => `/${table}/${id}`)
  const theCase = await site.db.selectFrom('claims').select('id').where('kind', '=', 'case').orderBy('id').execute()
  const [claim, variant] = theCase.map(({ id }) => `/claims/${id}`) as [string, string]
  const [proposition] = await of('claims')
  await ageEveryOther(site)
  const [transcript, besideIt] = await of('transcripts')
  const [post] = await of('posts')
  const comments = await site.db.selectFrom('comments').select('id').orderBy('depth', 'desc').execute()
  const comment = `/comments/${comments[0]?.id}`
  const firsts = await Promise.all([of('framings'), of('labels'), of('excerpts'), of('concepts')])
  const tabs = ['comments', 'excerpts', 'ballots'].map((tab) => `/members/demo-wren/${tab}`)
  const center = { kind: 'label' as const, id: firsts[1][0]?.split('/')[2] as string }
  const wren = await findProfile(site.db, 'demo-wren')
  const related = { kind: 'claim' as const, id: proposition?.split('/')[2] as string }
  const relation = await said(site.db, wren, center, 'associated with', related)
  const rooms = [
    '/search?q=model',
    '/',
    '/paste',
    '/about',
    '/guide',
    '/styleguide',
    '/claims',
    '/claims?sort=contested',
    '/framings',
    '/posts',
    '/transcripts',
    '/collections',
    ...['', '/shares', '/agreement'].map((more) => `/collections/demo-two-tiers${more}`),
    '/labels',
    '/labels/disputed',
    '/concepts',
    '/relations/kinds',
    `/relations/${relation}`,
    `/map/label/${center.id}`,
    `/map/label/${center.id}?group=claim`,
    '/concepts/missing',
    '/named?name=nothing%20yet',
    '/classifiers',
    '/api',
    '/keys',
    '/rules',
    '/moderation/log',
    '/numbers',
    '/members/demo-wren',
  ]
  paths = [...rooms, claim, `${claim}/arguments`, transcript, post, ...firsts.map(([first]) => first)].map(String)
  paths.push(
    `${claim}/over-time`,
    ...['established', 'embed'].map((more) => `${claim}/${more}`),
    `${transcript}/beside`,
    `${transcript}/redact`,
    ...(await classifierPages(site.db)),
    `${transcript}/beside/${besideIt?.split('/')[2]}`,
    `${transcript}?q=grad&only=marks`,
  )
  written = ['/', claim, transcript, post, firsts[2][0], '/members/demo-wren', ...tabs].map(String)
  writing = ['/claims/new', `${claim}/framings/new`, `${claim}/standpoints/new`, `${transcript}/mark?turn=2`].concat(
    [
      '/settings',
      '/settings/removal',
      '/settings/sign-in',
      '/settings/data',
      '/settings/moderation',
      `/flags/post/${post?.split('/')[2]}`,
      '/transcripts/new',
      '/collections/new',
      '/collections/demo-two-tiers/add',
      '/labels/new',
      '/concepts/new',
      `/relations/new?from=label.${center.id}`,
      ...['edit', 'history'].map((more) => `${firsts[3][0]}/${more}`),
      `/comments/new?on=${post?.slice(1).replace('s/', '.')}`,
    ],
    ['/notifications', '/settings/notifications', '/posts?sort=top', '/posts/mine', '/comments'],
    [
      `${post}/history`,
      `${comment}/context`,
      `${comment}/history`,
      String(proposition),
      variant,
      '/drafts',
      '/labels/queue',
      '/imports',
      '/imports/new',
    ],
    `/posts/new?excerpt=${firsts[2][0]?.split('/')[2]}&claim=${claim.split('/')[2]}&direction=for&aspect=fit`,
  )
})

/** So that there are new accounts, and others. */
async function ageEveryOther({ db }: Site) {
  const ids = (await db.selectFrom('members').select('id').orderBy('handle').execute()).filter((_, at) => at % 2 === 0)
  const old = Date.now() - 100 * 86_400_000
  await inTransaction(db, (tx) =>
    tx
      .updateTable('members')
      .set({ created_at: old })
      .where(
        'id',
        'in',
        ids.map(({ id }) => id),
      )
      .execute(),
  )
}

afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function signIn(page: Page) {
  await page.goto('/sign-in')
  await page.locator('input[name=handle]').fill(demoSignIn.handle)
  await page.locator('input[name=password]').fill(demoSignIn.password)
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL(`${site.address}/`)
}

const whatIsAsked = 'narrow and light or wide and dark, every page stands up to axe, fits the window and lacks nothing'

test(whatIsAsked, { timeout: 240_000 }, async () => {
  const [visitor, member] = [await newWindow(browser, site), await newWindow(browser, site)]
  await signIn(member)
  const asked = [
    faultsOn(visitor, ['/sign-in', '/sign-in/forgotten?asked', '/join', ...paths]),
    faultsOn(member, [...written, ...writing]),
  ] as const
  expect(await Promise.all(asked)).toEqual([{}, {}])
})

test('an address without a page says so in words, with a title and the way back', async () => {
  const page = await newWindow(browser, site)
  await page.goto('/nothing-here')
  expect(await page.title()).toMatch(/ · Parallax$/)
  expect(await page.getByRole('main').getByRole('link', { name: 'To the front page' }).count()).toBe(1)
  expect(await complaintsOf(page)).toEqual([])
})
