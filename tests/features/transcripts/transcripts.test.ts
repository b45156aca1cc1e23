import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { partsOf, titleFrom, turnAddress } from '#app/features/transcripts/transcript.ts'
import {
  addTranscript,
  findTranscript,
  findTranscriptPart,
  newestTranscripts,
  transcriptHash,
} from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const said = (text: string) => ({ role: 'assistant' as const, text })
const page = { limit: 50, after: null }

describeOnBothEngines('Transcripts', (open, engine) => {
  let someone: Member | undefined
  const member = async () => {
    someone ??= await addWithoutPassword(open(), `Wren${newId().slice(-6)}`)
    return someone
  }
  const add = async (turns: { role: 'user' | 'assistant' | 'system'; speaker?: string; text: string }[], more = {}) =>
    addTranscript(open(), await member(), { turns, ...more })

  test('a transcript is kept word for word, line ends, emoji and all', async () => {
    const turns = [
      { role: 'system' as const, text: 'Be kind.\r\nAlways.\r' },
      { role: 'user' as const, speaker: 'JK', text: '👩‍👩‍👧 e\u0301 漢字 שלום\t ' },
      { role: 'assistant' as const, text: '' },
    ]
    const { transcript, isNew } = await add(turns, {
      title: 'T',
      model: 'M',
      condition: ' free ',
      scores: { a: 0.5, b: 'x', c: null, d: true },
    })
    expect(isNew).toBe(true)
    const found = await findTranscript(open(), transcript.id)
    expect(found).toEqual(transcript)
    expect(found.turns.map(({ text }) => text)).toEqual(turns.map(({ text }) => text))
    expect(found).toMatchObject({
      title: 'T',
      model: 'M',
      condition: 'free',
      source: null,
      completeness: 'whole',
      turnCount: 3,
      excerptCount: 0,
    })
    expect(found.scores).toEqual({ a: 0.5, b: 'x', c: null, d: true })
    expect(found.turns[1]?.speaker).toBe('JK')
  })

  test('the same turns again are the one that is there, whatever it is called', async () => {
    const first = await add([said('The very same.')], { title: 'One' })
    const again = await add([said('The very same.')], { title: 'Another' })
    expect(again).toEqual({ transcript: first.transcript, isNew: false })
  })

  test('another role, speaker or line end is another transcript', async () => {
    const turns = [
      said('Alike.'),
      { role: 'user' as const, text: 'Alike.' },
      { role: 'assistant' as const, speaker: 'C', text: 'Alike.' },
      said('Alike.\r\n'),
      said('Alike.\n'),
    ]
    const all = await Promise.all(turns.map((turn) => add([turn])))
    expect(new Set(all.map(({ transcript }) => transcript.id)).size).toBe(turns.length)
  })

  test('twenty who bring the same at once make one', async () => {
    const turns = Array.from({ length: 300 }, (_, i) => said(`Turn ${i}`))
    const all = await Promise.all(Array.from({ length: 20 }, () => add(turns)))
    expect(new Set(all.map(({ transcript }) => transcript.id)).size).toBe(1)
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(all.every(({ transcript }) => transcript.turns.length === 300)).toBe(true)
  })

  test('a title is made from the first words that are not the setup', async () => {
    const { transcript } = await add([
      { role: 'system', text: 'You are kind.' },
      said(`  Well\nthen, ${'so '.repeat(60)}`),
    ])
    expect(transcript.title).toMatch(/^Well then, so .{20,70}…$/)
  })

  test.each([
    ['no turns', { turns: [] }, 'turns'],
    ['turns that are all empty', { turns: [said(' \n'), said('')] }, 'turns'],
    ['an unknown role', { turns: [{ role: 'robot', text: 'x' }] }, 'turns.0.role'],
    ['a NUL', { turns: [said('a\0b')] }, 'turns.0.text'],
    ['half a surrogate pair', { turns: [said('x'), said('a\ud83d')] }, 'turns.1.text'],
    ['half a surrogate pair in the title', { turns: [said('x')], title: '\udc00' }, 'title'],
    ['a title of 201', { turns: [said('x')], title: 'é'.repeat(201) }, 'title'],
    ['a turn of 1,000,001', { turns: [said('x'.repeat(1_000_001))] }, 'turns.0.text'],
    ['5,001 turns', { turns: Array.from({ length: 5001 }, () => said('x')) }, 'turns'],
    ['a score that is no value', { turns: [said('x')], scores: { a: [1] } }, 'scores.a'],
    ['an unknown completeness', { turns: [said('x')], completeness: 'half' }, 'completeness'],
  ])('refuses %s and names the field', async (_, draft, field) => {
    await expect(addTranscript(open(), await member(), draft as never)).rejects.toMatchObject({
      kind: 'invalid',
      errors: { [field]: [expect.any(String)] },
    })
  })

  test('the limits are in code points: a turn of 1,000,000 emoji and a title of 200 are kept', async () => {
    const { transcript } = await add([said('😀'.repeat(1_000_000))], { title: '😀'.repeat(200) })
    expect(transcript.turnCount).toBe(1)
  })

  test('refuses more than 20 MB of text, naming the limit', async () => {
    const turns = Array.from({ length: 21 }, () => said('é'.repeat(500_000)))
    await expect(add(turns)).rejects.toMatchObject({ kind: 'too large', message: expect.stringContaining('20 MB') })
  })

  test('5,000 turns are kept and shown in parts', async () => {
    // Parts are cut alike on both: all on the embedded one, which is quicker, a fifth on the other.
    const turnCount = engine === 'sqlite' ? 5000 : 1000
    const { transcript } = await add(Array.from({ length: turnCount }, (_, i) => said(`${i}`)))
    const part = await findTranscriptPart(open(), transcript.id, turnCount - 679)
    expect(part).toMatchObject({ from: turnCount - 800, to: turnCount - 600, turnCount })
    expect(part.turns[121]?.text).toBe(`${turnCount - 679}`)
  })

  test.each(['nothing', '', 'x'.repeat(500)])('an unknown id %j is not found', async (id) => {
    await expect(findTranscript(open(), id)).rejects.toMatchObject({ kind: 'not found' })
  })

  test('the newest come first and page by page, none twice and none left out', async () => {
    const made = []
    for (let i = 0; i < 7; i++) made.push((await add([said(`Page ${i} ${newId()}`)])).transcript.id)
    const seen: string[] = []
    for (let after: (string | number)[] | null = null, more = true; more; ) {
      const { items, next } = await newestTranscripts(open(), { limit: 3, after })
      seen.push(...items.map(({ id }) => id))
      more = next !== null
      if (next) after = JSON.parse(Buffer.from(next, 'base64url').toString())
    }
    expect(seen.slice(0, 7).sort()).toEqual(made.sort())
    expect(new Set(seen).size).toBe(seen.length)
    expect(await newestTranscripts(open(), page)).not.toHaveProperty('items.0.turns')
  })

  test('a cursor of another list is refused', async () => {
    for (const after of [['x', 'y'], [1.5, 'x'], [1]])
      await expect(newestTranscripts(open(), { limit: 3, after })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

test('the hash is of role, speaker and text alone', () => {
  const turn = { role: 'user' as const, speaker: null, text: 'Hello' }
  expect(transcriptHash([turn])).toBe('5180f619bcf82bb85ccb4b951b95e0f8651a3815c80d47efda0cf0f06f003f66')
})

test('parts hold at most 200 turns and about 400,000 characters, one turn at least', () => {
  expect(partsOf([])).toEqual([0])
  expect(partsOf(Array(401).fill(1))).toEqual([0, 200, 400])
  expect(partsOf([900_000, 5, 399_000, 5000, 1_000_000, 1])).toEqual([0, 1, 3, 4, 5])
})

test('a title of nothing but white space before the words is the words', () => {
  expect(titleFrom([{ role: 'user', speaker: null, text: `${' '.repeat(2000)}Hello` }])).toBe('Hello')
  expect(turnAddress('abc', 7)).toBe('/transcripts/abc?from=7#t-7')
})
