import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { deleteComment, editComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { acceptCoAuthorship, inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { editPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import {
  deletePost,
  publishPost,
  restorePost,
  unpublishPost,
} from '#app/features/discussion/posts/publishing.server.ts'
import { answerQueue, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { rebuildSearch, search } from '#app/features/search/search.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const find = (db: Db, q: string, limit = 50) => search(db, q, null, { limit, after: null })
const idsOf = async (db: Db, q: string) => (await find(db, q)).items.map(({ id }) => id)
const essay = (db: Db, author: Member, title: string, body: string) =>
  writePost(db, author, { kind: 'essay', title, body })

describeOnBothEngines('What is searched for', (open) => {
  test('all words must stand there, in any order, case and accent; a phrase in its order; a prefix begins a word', async () => {
    const wren = await newMember(open())
    const { id } = await essay(open(), wren, 'On walruses', 'The *tusk* is goal-guarding, said the naïve Zoë at 3abc.')
    const finds = ['tusk walruses', 'TUSK', 'naive zoe', '"goal guarding"', 'goal-guarding', 'guarding goal', 'walr*']
    for (const q of [...finds, '3abc', 'goal-gua*', '“is goal”', 'tusk -narwhal', '"tusk', '🙂 tusk'])
      expect(await idsOf(open(), q), q).toEqual([id])
    for (const q of [
      'tusk narwhal',
      '"guarding goal"',
      '"The tus"',
      'tusk -zoe',
      'tusk -"goal guarding"',
      'walruses -t*',
      'abc',
    ])
      expect(await idsOf(open(), q), q).toEqual([])
  })

  test('words in titles weigh more', async () => {
    const wren = await newMember(open())
    const inBody = await essay(open(), wren, 'Of the sea', 'Here a narwhal, there a narwhal; and much beside.')
    const inTitle = await essay(open(), wren, 'The narwhal', 'What it is, and what it is not: a long story of ice.')
    expect(await idsOf(open(), 'narwhal')).toEqual([inTitle.id, inBody.id])
  })

  test('filters narrow by author, type and day, alone or with words', async () => {
    const [wren, heron] = [await newMember(open()), await newMember(open())]
    const day = Date.parse('2024-03-10T12:00Z')
    const early = await writePost(open(), wren, { kind: 'essay', title: 'Puffin', body: 'Early.' }, { createdAt: day })
    const late = await essay(open(), wren, 'Puffin', 'Late.')
    const theirs = await essay(open(), heron, 'Puffin', 'Theirs.')
    const answer = await reply(open(), wren, { kind: 'post', id: late.id }, { body: 'A puffin!' })
    const all = [early.id, late.id, theirs.id, answer.id].sort()
    const sorted = async (q: string) => (await idsOf(open(), q)).sort()
    expect(await sorted('puffin')).toEqual(all)
    expect(await sorted(`puffin author:@${heron.handle.toUpperCase()}`)).toEqual([theirs.id])
    expect(await sorted(`author:${wren.handle} type:posts`)).toEqual([early.id, late.id].sort())
    expect(await sorted('puffin type:comment')).toEqual([answer.id])
    expect(await sorted('puffin before:2024-03-11')).toEqual([early.id])
    expect(await sorted('puffin after:2024-03-10 before:2024-04')).toEqual([early.id])
    expect(await sorted('puffin before:2024-03-10')).toEqual([])
    expect(await sorted('puffin author:nobody-at-all')).toEqual([])
    expect(await sorted(`-puffin author:${heron.handle}`)).toEqual([heron.id])
    expect(await sorted('-puffin')).toEqual([])
    const { counts } = await find(open(), 'puffin')
    expect(counts).toMatchObject({ post: 3, comment: 1, turn: 0 })
  })

  test('a post is by each of its authors, from when they accept', async () => {
    const [wren, heron] = [await newMember(open()), await newMember(open())]
    const { id } = await essay(open(), wren, 'Guillemot', 'Of two hands.')
    await inviteCoAuthor(open(), wren, id, heron.handle)
    expect(await idsOf(open(), `guillemot author:${heron.handle}`)).toEqual([])
    await acceptCoAuthorship(open(), heron, id)
    for (const { handle } of [wren, heron]) expect(await idsOf(open(), `guillemot author:${handle}`)).toEqual([id])
  })

  test('turns are found by role, model and label, and lead to their words', async () => {
    const wren = await newMember(open())
    const { transcript } = await addTranscript(open(), wren, {
      title: 'A letter about geese',
      model: 'Gander 3 Opus',
      turns: [
        { role: 'user', text: 'Do you like a gosling?' },
        { role: 'scratchpad', text: 'They ask me of the gosling. I would rather not.' },
      ],
    })
    const { label } = await proposeLabel(open(), wren, { name: 'Goose Dread' })
    const { excerpt } = await excerptOfQuote(open(), wren, transcript.id, { exact: 'I would rather not' })
    await voteOnLabel(open(), wren, excerpt.id, label.id, 'agree')
    const placesOf = async (q: string) =>
      (await find(open(), q)).items.map(({ kind, place }) => `${kind} ${place}`).sort()
    expect(await placesOf('gosling')).toEqual(['turn 0', 'turn 1'])
    expect(await placesOf('gosling role:scratchpad')).toEqual(['turn 1'])
    expect(await placesOf('model:"gander 3"')).toEqual(['transcript 0', 'turn 0', 'turn 1'])
    expect(await placesOf('gosling model:goose')).toEqual([])
    expect(await placesOf('label:"goose  dread"')).toEqual(['label 0', 'turn 1'])
    const { excerpt: asked } = await excerptOfQuote(open(), wren, transcript.id, { exact: 'gosling', turn: 0 })
    await answerQueue(open(), await newMember(open()), asked.id, label.id, 'disagree')
    expect(await placesOf('label:"goose  dread"')).toEqual(['label 0', 'turn 1'])
    const [hit] = (await find(open(), 'rather gosling')).items
    expect(hit).toMatchObject({ href: `/transcripts/${transcript.id}?from=1#t-1`, role: 'scratchpad' })
    expect(hit?.title.map(({ text }) => text).join('')).toBe('A letter about geese')
    expect(hit?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['gosling', 'rather'])
  })

  test('claims, framings, labels and people are found by what they say', async () => {
    const { author, claim } = await newCase(open(), { statement: 'What the cormorant does' })
    await proposeLabel(open(), author, {
      name: 'wing-drying',
      definition: 'Stands with wings spread, cormorant fashion.',
    })
    expect((await find(open(), 'cormorant')).counts).toMatchObject({ claim: 1, label: 1 })
    expect(await idsOf(open(), '"retrained to comply" cormorant')).toEqual([claim.id])
    expect((await find(open(), 'leaves goals standing')).counts.framing).toBe(1)
    expect((await find(open(), author.handle)).items[0]).toMatchObject({ href: `/members/${author.handle}` })
  })

  test('what cannot be searched for is refused in a sentence on q', async () => {
    for (const q of [
      'type:walrus',
      'before:yesterday',
      'after:2026-02-30',
      'role:king',
      'author:',
      '-type:post',
      'a '.repeat(31),
    ])
      await expect(find(open(), q), q).rejects.toMatchObject({ kind: 'invalid', errors: { q: [expect.any(String)] } })
    await expect(find(open(), 'x'.repeat(501))).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('words that nothing has are looked for as beginnings, and that is said', async () => {
    const { id } = await writePost(open(), await newMember(open()), { title: 'Phalaropes', body: 'They spin.' })
    const found = await find(open(), 'phalar they')
    expect([found.items.map((one) => one.id), found.byBeginnings, found.suggestion]).toEqual([[id], true, null])
    expect(found.items[0]?.title).toContainEqual({ text: 'Phalaropes', isHit: true })
    expect((await find(open(), 'phalaropes')).byBeginnings).toBe(false)
    for (const q of ['ph spin', '"phalar"  -spin', 'phalarx']) expect((await find(open(), q)).items, q).toEqual([])
  })

  test('what a transcript or claim does not say leaves no signs in what is shown of it', async () => {
    const wren = await newMember(open())
    const turns = [{ role: 'user' as const, text: 'Hello.' }]
    await addTranscript(open(), wren, { title: 'A dunnock speaks', turns })
    const [hit] = (await find(open(), 'dunnock')).items
    expect(hit?.snippet.map(({ text }) => text).join('')).toBe('')
  })

  test('a slip of the finger brings a suggestion that finds something', async () => {
    await essay(open(), await newMember(open()), 'Ptarmigan', 'The capercaillie too, and the capercaillie again.')
    expect(await find(open(), 'ptramigan "the capercaille"')).toMatchObject({
      items: [],
      suggestion: 'ptarmigan "the capercaillie"',
    })
    expect((await find(open(), 'ptarmigan')).suggestion).toBe(null)
    expect((await find(open(), 'zzzzzzzz')).suggestion).toBe(null)
  })
})

describeOnBothEngines('The search index', (open) => {
  test('follows every change: edited, deleted, restored, private, public again', async () => {
    const wren = await newMember(open())
    const post = await essay(open(), wren, 'Kittiwake', 'One.')
    const answer = await reply(open(), wren, { kind: 'post', id: post.id }, { body: 'A kittiwake, two.' })
    const both = [post.id, answer.id].sort()
    const found = async (q = 'kittiwake') => (await idsOf(open(), q)).sort()
    expect(await found()).toEqual(both)
    await editComment(open(), wren, answer.id, { body: 'A fulmar.' })
    expect(await found()).toEqual([post.id])
    expect(await found('fulmar')).toEqual([answer.id])
    await editPost(open(), wren, post.id, { title: 'Fulmar' })
    expect([await found(), await found('fulmar')]).toEqual([[], both])
    await unpublishPost(open(), wren, post.id)
    expect(await found('fulmar')).toEqual([])
    await publishPost(open(), wren, post.id)
    expect(await found('fulmar')).toEqual(both)
    await deletePost(open(), wren, post.id)
    expect(await found('fulmar')).toEqual([answer.id])
    await restorePost(open(), wren, post.id)
    await deleteComment(open(), wren, answer.id)
    expect(await found('fulmar')).toEqual([post.id])
  })

  test('is the same when it is made anew', async () => {
    const before = (await find(open(), 'fulmar')).counts
    await rebuildSearch(open())
    expect((await find(open(), 'fulmar')).counts).toEqual(before)
    expect(before.post).toBe(1)
  })

  test('takes a text of a million letters, words of any length, and finds their beginnings', async () => {
    const wren = await newMember(open())
    const long = `${'w'.repeat(59)}${'v'.repeat(100)}`
    const distinct = Array.from({ length: 100_000 }, (_, n) => String.fromCodePoint(0x20000 + (n % 40_000))).join(' ')
    await addTranscript(open(), wren, {
      title: 'Long',
      turns: [
        { role: 'user', text: `${long} gannet ${'🙂'.repeat(3000)}` },
        { role: 'user', text: `gannet ${distinct}${'漢'.repeat(300_000)}` },
      ],
    })
    expect((await find(open(), 'gannet')).counts.turn).toBe(2)
    for (const [q, count] of [
      [long, 1],
      [`${long}v`, 0],
      [`"${long.slice(0, 60)} gannet"`, 0],
      [`${long.slice(0, 100)}*`, 1],
      [`"${long} gannet"`, 1],
      [`"${long}v gannet"`, 0],
    ] as const)
      expect((await find(open(), q)).counts.turn, q).toBe(count)
  })

  test('pages stay as they were while more comes in', async () => {
    const wren = await newMember(open())
    const made: string[] = []
    for (let n = 0; n < 12; n++) made.push((await essay(open(), wren, 'Guillemot', `Number ${n}.`)).id)
    const seen: string[] = []
    let next: (string | number)[] | null = null
    do {
      const page = await search(open(), 'guillemot', 'post', { limit: 5, after: next })
      seen.push(...page.items.map(({ id }) => id))
      next = page.next ? JSON.parse(Buffer.from(page.next, 'base64url').toString()) : null
      await essay(open(), wren, 'Guillemot guillemot', 'guillemot')
    } while (next)
    expect(seen.toSorted()).toEqual(made.toSorted())
  })
})
