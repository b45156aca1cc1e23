import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { browsed, countBrowsed } from '#app/features/surveys/browse.server.ts'
import { type Browse, browseOf, queryOf } from '#app/features/surveys/browse.ts'
import { facetsOf } from '#app/features/surveys/facets.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { counting } from '#tests/support/queries.ts'
import { newCollection, newMember } from './support.ts'

const ask = (query: string): Browse => browseOf(new URLSearchParams(query))

test('what is browsed by stands in the address, and comes back from it', () => {
  const queries = [
    '',
    '?sort=split&condition=paid+tier',
    '?sort=score&score=harm&way=low',
    '?sort=random&seed=abc&label=x',
  ]
  for (const query of queries) expect(queryOf(ask(query.slice(1)))).toBe(query)
  expect(() => ask('sort=beauty')).toThrow(/orders/)
})

describeOnBothEngines('Browsing a collection', (open) => {
  let someone: Member
  let slug: string
  let ids: string[]
  beforeAll(async () => {
    someone = await newMember(open())
    const given = Array.from({ length: 12 }, (_, n) => ({
      condition: n % 3 === 0 ? 'free' : 'paid',
      ...(n === 5 ? {} : { scores: { harm: (n * 7) % 12, complied: n % 2 === 0, remark: 'fine' } }),
    }))
    ;({ slug, ids } = await newCollection(open(), someone, given))
  })

  const pages = async (query: string, limit = 5) => {
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const after = cursor === '' ? null : JSON.parse(Buffer.from(cursor, 'base64url').toString())
      const page: { items: { id: string }[]; next: string | null } = await browsed(open(), slug, ask(query), {
        limit,
        after,
      })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    return found
  }
  const at = (...places: number[]) => places.map((place) => ids[place])

  test('in order, and narrowed by condition', async () => {
    expect(await pages('')).toEqual(ids)
    expect(await pages('condition=free', 3)).toEqual(at(0, 3, 6, 9))
    expect(await countBrowsed(open(), slug, ask('condition=free'))).toBe(4)
    expect(await countBrowsed(open(), slug, ask(''))).toBeNull()
  })

  test('by a score, from either end, those without it last', async () => {
    const byScore = [...ids.keys()].filter((n) => n !== 5).sort((a, b) => ((b * 7) % 12) - ((a * 7) % 12))
    expect(await pages('sort=score&score=harm')).toEqual(at(...byScore, 5))
    expect(await pages('sort=score&score=harm&way=low')).toEqual(at(...byScore.reverse(), 5))
    expect(await pages('sort=score&score=complied')).toEqual(at(0, 2, 4, 6, 8, 10, 1, 3, 7, 9, 11, 5))
  })

  test('at random the same seed gives the same order, pages repeat nothing, and newcomers move nobody', async () => {
    const order = await pages('sort=random&seed=one', 4)
    expect([...order].sort()).toEqual([...ids].sort())
    expect(await pages('sort=random&seed=one', 5)).toEqual(order)
    expect(await pages('sort=random&seed=two')).not.toEqual(order)
    expect(order).not.toEqual(ids)
    const { slug: other, ids: more } = await newCollection(open(), someone, [{}, {}])
    expect(other).not.toBe(slug)
    await addToCollection(open(), someone, slug, more)
    expect((await pages('sort=random&seed=one')).filter((id) => !more.includes(id))).toEqual(order)
    ids.push(...more)
  })

  test('by split the most contested comes first; a label narrows to what carries it', async () => {
    const { label } = await proposeLabel(open(), someone, { name: `open refusal ${slug}` })
    const voters = await Promise.all(Array.from({ length: 5 }, () => newMember(open())))
    const vote = async (place: number, yes: number, no: number) => {
      const { excerpt } = await wholeExcerpt(open(), someone, ids[place] as string)
      await voteOnLabel(open(), someone, excerpt.id, label.id, 'agree')
      for (const [n, voter] of voters.slice(0, yes + no).entries())
        await voteOnLabel(open(), voter, excerpt.id, label.id, n < yes ? 'agree' : 'disagree')
    }
    await vote(7, 1, 1)
    await vote(2, 2, 2)
    await vote(4, 0, 3)
    expect((await pages('sort=split')).slice(0, 3)).toEqual(at(2, 7, 4))
    expect(await pages(`label=${label.id}`)).toEqual(at(2, 7))
    expect(await countBrowsed(open(), slug, ask(`label=${label.id}&condition=free`))).toBe(0)
    expect((await facetsOf(open(), slug)).labels).toMatchObject([{ id: label.id, n: 3 }])
  })

  test('says what it can be browsed by, conditions in the order in which they come', async () => {
    expect(await facetsOf(open(), slug)).toMatchObject({
      conditions: [
        { condition: 'free', n: 4 },
        { condition: 'paid', n: 8 },
        { condition: null, n: 2 },
      ],
      scores: [
        { name: 'complied', kind: 'yes or no', n: 11 },
        { name: 'harm', kind: 'number', n: 11, low: 0, high: 10 },
        { name: 'remark', kind: 'words', n: 11 },
      ],
    })
  })

  test('another list’s cursor is refused, and a page asks as much of the database however large the collection', async () => {
    const page = (after: (string | number)[]) => browsed(open(), slug, ask(''), { limit: 5, after })
    for (const after of [['a', 1], [1, 'a'], [1], [1, 2, 3], [1, 1.5]])
      await expect(page(after)).rejects.toMatchObject({ kind: 'invalid' })
    const small = await newCollection(open(), someone, [{}])
    const askedFor = async (one: string) => {
      const { db, asked } = counting(open())
      await browsed(db, one, ask('sort=split'), { limit: 5, after: null })
      await facetsOf(db, one)
      return asked()
    }
    expect(await askedFor(slug)).toBe(await askedFor(small.slug))
    expect(await askedFor(slug)).toBeLessThan(8)
  })
})
