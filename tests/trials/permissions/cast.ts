import sharp from 'sharp'
import { vi } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { bringPicture } from '#app/features/pictures/pictures.server.ts'
import { dayMs, now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { inTransaction } from '#db/transaction.ts'
import { classifierPages } from '#tests/support/classified.ts'
import type { Site } from '#tests/support/site.ts'
import { Things } from './things.ts'

/** Who asks, in the order of the table's columns. */
export const actors = ['visitor', 'other', 'owner', 'moderator', 'admin', 'suspended'] as const
export type Actor = (typeof actors)[number]

export interface Cast {
  site: Site
  members: Map<Actor, Member>
  /** What can only be read is asked for by everybody. */
  shared: Things
  fresh(): Things
}

export async function castOn(site: Site): Promise<Cast> {
  const { db } = site
  const members = new Map<Actor, Member>()
  for (const actor of actors) {
    const role = actor === 'moderator' || actor === 'admin' ? actor : 'member'
    if (actor !== 'visitor') members.set(actor, await addWithoutPassword(db, `${actor}-${newId()}`, role))
  }
  const suspended = { member_id: members.get('suspended')?.id as string, until: now() + dayMs }
  await inTransaction(db, (tx) => tx.insertInto('suspensions').values(suspended).execute())
  const fresh = () => new Things(db, members.get('owner') as Member, members.get('moderator') as Member)
  const shared = fresh()
  await keepRare(shared, members.get('other') as Member)
  return { site, members, shared, fresh }
}

/** What takes long to make. */
async function keepRare(things: Things, other: Member) {
  const { db, owner } = things
  const post = { kind: 'post' as const, id: await things.of('post') }
  await reply(db, other, post, { body: 'A reply.' })
  await things.of('excerpt')
  const [classifier, answer] = (await classifierPages(db)).map((path) => path.split('/').at(-1))
  things.keep('classifier', classifier)
  things.keep('answer', answer)
  things.keep('picture', `${(await bringPicture(db, owner, await somePicture())).id}.webp`)
  const told = await vi.waitFor(
    () => db.selectFrom('notifications').select('id').where('member_id', '=', owner.id).executeTakeFirstOrThrow(),
    { timeout: 10_000 },
  )
  things.keep('notification', told.id)
}

export const somePicture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: Math.random() * 255, g: 0, b: 0 } } })
    .png()
    .toBuffer()

/** What somebody sends along to be known: a token to the API, else a session's cookie. */
export async function credentials(
  { site: { db }, members }: Cast,
  actor: Actor,
  path: string,
): Promise<Record<string, string>> {
  const member = members.get(actor)
  if (!member) return {}
  if (path.startsWith('/api/')) return { authorization: `Bearer ${await addToken(db, member, 'trial')}` }
  return { cookie: (await startSession(db, member, false)).split(';')[0] as string }
}
