import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { thingKey, versionsOf } from '#app/features/activity/activity.server.ts'
import { keepRatings } from '#app/features/opinions/ratings/keep-ratings.server.ts'
import { RatingRunner } from '#app/features/opinions/ratings/rating-runner.server.ts'
import { ratingsOf } from '#app/features/opinions/ratings/ratings.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { argue } from '#tests/support/arguments.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { freshDatabase } from '#tests/support/engines.ts'

const failures: unknown[] = []
const log = { error: (details: object) => void failures.push(details) }

describe.each(['sqlite', 'postgres'] as const)('What raters of all leanings say of arguments, on %s', (engine) => {
  let db: Db
  let runner: RatingRunner
  beforeAll(async () => {
    const databaseUrl = await freshDatabase(engine)
    db = openDatabase(databaseUrl)
    runner = new RatingRunner({ db, databaseUrl, log })
  })
  afterAll(async () => {
    await runner.stop()
    await db.destroy()
    expect(failures).toEqual([])
  })

  /** Bare rows: two camps of raters who all approve of the first kind, split on the second, and reject the third. */
  const rate = (raters: readonly Member[], ids: Record<'good' | 'left' | 'right' | 'bad', string[]>) =>
    inTransaction(db, async (tx) => {
      const likes = { good: [true, true], left: [true, false], right: [false, true], bad: [false, false] }
      const rows = Object.entries(likes).flatMap(([kind, sides]) =>
        ids[kind as keyof typeof ids].flatMap((id) =>
          raters.map((rater, n) => ({
            target_kind: 'comment',
            target_id: id,
            axis: 'approval',
            member_id: rater.id,
            value: sides[n % 2] ? 1 : -1,
            cast_at: 1,
          })),
        ),
      )
      await tx.insertInto('votes').values(rows).execute()
    })

  test('is computed beside the server from enough raters, and kept with how many they are', async () => {
    const { author, claim } = await newCase(db)
    const some = async () => [
      await argue(db, author, claim, 'x'),
      await argue(db, author, claim, 'y'),
      await argue(db, author, claim, 'z'),
    ]
    const ids = { good: await some(), left: await some(), right: await some(), bad: await some() }
    const all = Object.values(ids).flat()
    const raters = await newMembers(db, 32)
    await rate(raters.slice(0, 29), ids)
    expect(await ratingsOf(db, runner, all)).toEqual(new Map())
    await runner.idle()
    expect(await ratingsOf(db, runner, all)).toEqual(new Map())
    await rate(raters.slice(29), ids)
    runner.ask()
    await runner.idle()
    const found = await ratingsOf(db, runner, all)
    const statuses = (kind: keyof typeof ids) => ids[kind].map((id) => found.get(id)?.status)
    expect(statuses('good')).toEqual(['helpful', 'helpful', 'helpful'])
    expect(statuses('bad')).toEqual(['rejected', 'rejected', 'rejected'])
    expect([...statuses('left'), ...statuses('right')]).toEqual(Array(6).fill('undecided'))
    expect(found.get(ids.good[0] as string)).toMatchObject({ ratings: 32, raters: 32 })
  })

  test('is lost only a hundredth beyond what gave it, and its claim’s page is told', async () => {
    const { author, claim } = await newCase(db)
    const id = await argue(db, author, claim, 'x')
    const keep = (intercept: number) =>
      keepRatings(db, { raters: 30, scores: [{ kind: 'comment', id, intercept, factor: 0, ratings: 9 }] }, Date.now())
    const status = async () => (await ratingsOf(db, runner, [id])).get(id)?.status
    const key = { kind: 'claim', id: claim.id }
    const version = async () => (await versionsOf(db, [key])).get(thingKey(key))
    const before = await version()
    await keep(0.4)
    expect(await status()).toBe('helpful')
    const after = await version()
    expect(after).not.toBe(before)
    await keep(0.395)
    expect(await status()).toBe('helpful')
    expect(await version()).toBe(after)
    await keep(0.389)
    expect(await status()).toBe('undecided')
    await keep(0.395)
    expect(await status()).toBe('undecided')
    await keepRatings(db, { raters: 0, scores: [] }, Date.now())
    expect(await status()).toBeUndefined()
  })

  test('is kept whole when two runs end at once', async () => {
    const scores = Array.from({ length: 40 }, () => ({
      kind: 'comment' as const,
      id: newId(),
      intercept: 0.5,
      factor: 0,
      ratings: 9,
    }))
    await Promise.all(Array.from({ length: 6 }, () => keepRatings(db, { raters: 30, scores }, Date.now())))
    const found = await ratingsOf(
      db,
      runner,
      scores.map(({ id }) => id),
    )
    expect([...found.values()].filter(({ status }) => status === 'helpful')).toHaveLength(40)
  })
})
