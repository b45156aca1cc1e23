import { createHash } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { demoSignIn } from '#app/demo/seed.server.ts'
import { addWithoutPassword, memberOfHandle } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { dayMs, now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { classifierPages } from '#tests/support/classified.ts'
import { demoDatabase } from '#tests/support/engines.ts'
import { type Site, startSite } from '#tests/support/site.ts'
import { Things } from '../permissions/things.ts'
import { fill } from './filling.ts'

/** Who looks. The owner is whose the things of the table are. */
export const readers = { v: 'visitor', o: 'owner', i: 'member', m: 'moderator', a: 'admin' } as const
export type Reader = keyof typeof readers

/** A site, whose things an address names, and who looks at them. */
export interface World {
  site: Site
  things: Things
  members: Record<Exclude<Reader, 'v'>, Member>
}

export interface Worlds {
  /** Nobody has done anything. */
  nothing: World
  /** On a full site, things that have nothing. */
  bare: World
  one: World
  many: World
  /** The demo's things; the member has written and voted there. */
  demo: World
}

export async function openWorlds(count: number): Promise<Worlds> {
  const [empty, one, full] = [await startSite('sqlite'), await startSite('sqlite'), await withStyleguide()]
  await ageEveryOther(full.db)
  const worlds = {
    nothing: await worldOn(empty),
    one: await worldOn(one),
    bare: await worldOn(full),
    many: await worldOn(full),
    demo: await worldOn(full),
  }
  await strip(worlds.bare)
  await plant(worlds.one, 1)
  await plant(worlds.many, count)
  await point(worlds.demo, worlds.many)
  await classify(worlds.one)
  await classify(worlds.many, worlds.demo)
  return worlds
}

const withStyleguide = async () => startSite('sqlite', await demoDatabase('sqlite'), '0', { STYLEGUIDE: 'on' })

/** So that there are new accounts, and others. */
async function ageEveryOther(db: Db) {
  const members = await db.selectFrom('members').select('id').orderBy('handle').execute()
  const ids = members.filter((_, at) => at % 2 === 0).map(({ id }) => id)
  const created_at = now() - 100 * dayMs
  await inTransaction(db, (tx) => tx.updateTable('members').set({ created_at }).where('id', 'in', ids).execute())
}

export async function closeWorlds({ nothing, one, many }: Worlds) {
  for (const { site } of [nothing, one, many]) await site.stop()
}

async function worldOn(site: Site): Promise<World> {
  const member = (role?: Member['role']) => addWithoutPassword(site.db, `w${newId()}`, role)
  const members = { o: await member(), i: await member(), m: await member('moderator'), a: await member('admin') }
  return { site, members, things: new Things(site.db, members.o, members.m) }
}

async function strip({ things }: World) {
  const { db, owner } = things
  const quote = { exact: 'words that matter' }
  const { excerpt } = await excerptOfQuote(db, owner, await things.of('transcript'), quote)
  things.keep('excerpt', excerpt.id)
  const { collection } = await makeCollection(db, owner, { id: `c${newId()}`, title: 'Nothing in it' })
  things.keep('collection', collection.id)
  things.keep('missing', `named nowhere ${newId()}`)
}

async function plant({ things }: World, count: number) {
  await fill(things, count)
  const { db, owner } = things
  things.keep('missing', `missing ${await things.of('concept')}`)
  for (const purpose of ['confirm', 'reset'] as const) {
    const [token, address] = [`secret-${purpose}`, 'somebody@example.org']
    const hash = createHash('sha256').update(token).digest('hex')
    const row = { hash, member_id: owner.id, purpose, address, expires_at: now() + dayMs }
    await inTransaction(db, (tx) => tx.insertInto('letter_tokens').values(row).execute())
    things.keep(purpose, token)
  }
  for (let n = 0; n < count && n < 12; n++) await addPasskey(db, owner, n)
}

async function addPasskey(db: Db, owner: Member, n: number) {
  const row = { id: `key-${newId()}`, member_id: owner.id, public_key: 'x', counter: 0, name: `Key ${n}` }
  const times = { created_at: now(), used_at: n % 2 ? now() : null }
  await inTransaction(db, (tx) =>
    tx
      .insertInto('passkeys')
      .values({ ...row, ...times })
      .execute(),
  )
  await startSession(db, owner, false)
}

/** The demo's things in the place of the owner's; of what it has none, the owner's are shown. */
async function point(world: World, many: World) {
  const { site, things, members } = world
  const { db } = site
  members.i = (await memberOfHandle(db, demoSignIn.handle)) as Member
  const claims = await db.selectFrom('claims').select(['id', 'kind', 'variant_of']).orderBy('id').execute()
  things.keep('claim', claims.find(({ kind }) => kind === 'case')?.id)
  things.keep('proposition', claims.find(({ kind }) => kind === 'proposition')?.id)
  things.keep('variant', claims.find(({ variant_of }) => variant_of !== null)?.id)
  const framing = await db
    .selectFrom('framings')
    .select('id')
    .where('built_in', '=', 0)
    .orderBy('id')
    .executeTakeFirst()
  things.keep('framing', framing?.id)
  for (const name of ['transcript', 'excerpt', 'label', 'concept', 'post', 'relation'] as const) {
    const [first, second] = await db.selectFrom(`${name}s`).select('id').orderBy('id').limit(2).execute()
    things.keep(name, first?.id)
    things.keep(`${name}.2`, second?.id)
  }
  const deepest = await db.selectFrom('comments').select('id').orderBy('depth', 'desc').orderBy('id').executeTakeFirst()
  things.keep('comment', deepest?.id)
  things.keep('collection', 'demo-two-tiers')
  things.keep('owner', 'demo-heron')
  for (const name of ['missing', 'confirm', 'reset', 'merged', 'retired']) things.keep(name, await many.things.of(name))
}

/** What a model answered, which is on the site of all of them. */
async function classify(...worlds: World[]) {
  const [first] = worlds
  const [classifier, ...rest] = await classifierPages((first as World).site.db)
  const [answer, unread] = rest.map((path) => path.split('/').at(-1))
  for (const { things } of worlds) {
    things.keep('classifier', classifier?.split('/').at(-1))
    things.keep('answer', answer)
    things.keep('answer.2', unread)
    things.keep('labelled', rest.at(-1)?.split('/')[2])
  }
}

const cookies = new WeakMap<Member, Promise<string>>()

/** Makes a browser's window somebody's. */
export async function signIn(context: BrowserContext, { site, members }: World, reader: Reader) {
  await context.clearCookies()
  if (reader === 'v') return
  const member = members[reader]
  if (!cookies.has(member)) cookies.set(member, startSession(site.db, member, false))
  const [name = '', value = ''] = (await cookies.get(member))?.split(';')[0]?.split('=') ?? []
  await context.addCookies([{ name, value, url: site.address }])
}
