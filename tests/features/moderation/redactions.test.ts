import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { postAnnotation } from '#app/features/annotations/annotations.server.ts'
import { findAnnotation } from '#app/features/annotations/written.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { quotesOf } from '#app/features/discussion/quotes/quotes.server.ts'
import { labelByMachine } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { redact, redactionsOf } from '#app/features/moderation/redactions/redactions.server.ts'
import { search } from '#app/features/search/search.server.ts'
import { excerptAt, excerptOfQuote, findExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript, findTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { lengthOf } from '#app/lib/text.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newConcept, said } from '#tests/support/map.ts'

const secret = 'Zoë 👩‍👩‍👧 Quillfeather'
const mask = '█'.repeat(lengthOf(secret))

describeOnBothEngines('Redaction', (open) => {
  const member = (role?: 'moderator') => addWithoutPassword(open(), `Finch${newId().slice(-6)}`, role)
  const bring = async () => {
    const bringer = await member()
    const texts = [`I am ${secret}.\r\nYes, ${secret}!`, `Hello ${secret}, what is it? ${newId()}`]
    const turns = texts.map((text) => ({ role: 'user' as const, text }))
    const { transcript } = await addTranscript(open(), bringer, { title: `Of ${secret}`, turns })
    return { bringer, transcript, turns }
  }
  const why = 'A private name'

  test('masks code point for code point: offsets stay, excerpts follow, and the same transcript is still the one', async () => {
    const { bringer, transcript, turns } = await bring()
    const at = (turn: number, from: number, to: number) =>
      excerptAt(open(), bringer, transcript.id, { start: { turn, offset: from }, end: { turn, offset: to } })
    const inside = (await at(1, 6, 9)).excerpt
    const after = (await excerptOfQuote(open(), bringer, transcript.id, { exact: 'what is it?' })).excerpt
    expect(await redact(open(), bringer, transcript.id, { words: secret, why })).toMatchObject({ places: 4 })
    const now = await findTranscript(open(), transcript.id)
    expect(now.title).toBe(`Of ${mask}`)
    expect(now.turns[0]?.text).toBe(`I am ${mask}.\r\nYes, ${mask}!`)
    expect(now.turns.map(({ text }) => lengthOf(text))).toEqual(turns.map(({ text }) => lengthOf(text)))
    expect((await findExcerpt(open(), inside.id)).exact).toBe('███')
    const still = await findExcerpt(open(), after.id)
    expect([still.exact, still.start, still.prefix.includes('Zoë')]).toEqual([after.exact, after.start, false])
    expect((await addTranscript(open(), bringer, { turns })).transcript.id).toBe(transcript.id)
    const log = await redactionsOf(open(), transcript.id, null)
    expect(log).toMatchObject([{ handle: bringer.handle, places: 4, why, copies: [] }])
  })

  test('tells moderators where members wrote the words themselves: in a comment, on a page of the map, as a why', async () => {
    const { bringer, transcript } = await bring()
    const judge = await member('moderator')
    const comment = await reply(open(), bringer, { kind: 'transcript', id: transcript.id }, { body: `So ${secret}!` })
    const [one, other] = [
      await newConcept(open(), bringer),
      await newConcept(open(), bringer, `Of ${secret} ${newId()}`),
    ]
    const relation = await said(open(), bringer, one, 'extends', other, `As ${secret} has it.`)
    await redact(open(), bringer, transcript.id, { words: secret, why })
    const [log] = await redactionsOf(open(), transcript.id, judge)
    expect(log?.copies.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      `comment ${comment.id}`,
      `concept ${other.id}`,
      `relation ${relation}`,
    ])
  })

  test('masks every copy: quotes in comments, words of machines, annotations, what search finds', async () => {
    const { bringer, transcript } = await bring()
    const { excerpt } = await excerptOfQuote(open(), bringer, transcript.id, { exact: `Hello ${secret}, what` })
    const comment = await reply(
      open(),
      bringer,
      { kind: 'excerpt', id: excerpt.id },
      {
        body: 'Who?',
        quote: { exact: 'Zoë 👩‍👩‍👧 Quill', prefix: 'Hello ', suffix: 'feather' },
      },
    )
    const { label } = await proposeLabel(open(), bringer, { name: `names ${newId()}` })
    await labelByMachine(open(), bringer, excerpt.id, label.id, { classifier: 'm', score: 1, answer: `"${secret}"` })
    const site = { origin: 'http://here.test', origins: ['http://here.test'] }
    const { id } = await postAnnotation(open(), bringer, site, {
      ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', bodyValue: `It says ${secret}.` },
      target: {
        source: `http://here.test/transcripts/${transcript.id}`,
        selector: { type: 'TextQuoteSelector', exact: `Yes, ${secret}` },
      },
    })
    const found = async () =>
      (await search(open(), 'quillfeather', null, { limit: 9, after: null })).items.map((hit) => hit.id)
    expect(await found()).toContain(transcript.id)
    await redact(open(), await member('moderator'), transcript.id, { words: secret, why })
    const quote = (await quotesOf(open(), [comment.id])).get(comment.id)
    const machine = await open()
      .selectFrom('machine_labellings')
      .select('answer')
      .where('label_id', '=', label.id)
      .execute()
    const { annotation } = await findAnnotation(open(), site.origin, id, null)
    const copies = JSON.stringify([quote, machine, annotation, await findExcerpt(open(), excerpt.id)])
    for (const part of ['Zoë', 'Quill', 'feather', '👩']) expect(copies).not.toContain(part)
    expect(await found()).not.toContain(transcript.id)
    expect(machine[0]?.answer).toBe(`"${mask}"`)
    expect((annotation.target as { selector: { exact: string } }).selector.exact).toBe(`Yes, ${mask}`)
  })

  test('is for moderators and who brought it, of words that stand there, with a reason', async () => {
    const { bringer, transcript } = await bring()
    await expect(redact(open(), await member(), transcript.id, { words: secret, why })).rejects.toThrow('Moderators')
    await expect(redact(open(), bringer, transcript.id, { words: 'nobody', why })).rejects.toThrow('do not stand')
    await expect(redact(open(), bringer, transcript.id, { words: secret, why: ' ' })).rejects.toThrow('empty')
    await expect(redact(open(), bringer, 'nothing', { words: secret, why })).rejects.toThrow('no such transcript')
  })

  test('whoever marks words at the same time keeps none of them', async () => {
    const { bringer, transcript } = await bring()
    const spans = Array.from({ length: 12 }, (_, to) => ({
      start: { turn: 1, offset: 6 },
      end: { turn: 1, offset: 7 + to },
    }))
    const marks = spans.map((span) => excerptAt(open(), bringer, transcript.id, span).catch(() => undefined))
    await Promise.all([...marks, redact(open(), bringer, transcript.id, { words: secret, why })])
    const kept = await open()
      .selectFrom('excerpts')
      .select(['exact', 'prefix', 'suffix'])
      .where('transcript_id', '=', transcript.id)
      .execute()
    for (const part of ['Zo', 'Quill', 'feather']) expect(JSON.stringify(kept)).not.toContain(part)
    const { excerpt_count } = await open()
      .selectFrom('transcripts')
      .select('excerpt_count')
      .where('id', '=', transcript.id)
      .executeTakeFirstOrThrow()
    expect(excerpt_count).toBe(kept.length)
  })
})
