import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import type { Placed } from '#app/features/exchange/formats/placed.ts'
import { type GivenTranscript, predicted, readTranscripts } from '#app/features/exchange/formats/read-transcripts.ts'
import { emptyReport } from '#app/features/exchange/imports/import-report.ts'
import {
  type ImportingTranscripts,
  importTranscripts,
} from '#app/features/exchange/imports/import-transcripts.server.ts'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { labelNamed, newestLabels } from '#app/features/labels/labels.server.ts'
import { findCollection, transcriptsIn } from '#app/features/transcripts/collections.server.ts'
import { excerptsOf } from '#app/features/transcripts/excerpts.server.ts'
import { findTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { hasData, readData, readDataJson } from '#tests/support/data.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const anybody = (db: Db) => addWithoutPassword(db, `m${newId()}`)
const firstPage = { limit: 200, after: null }

async function importInto(db: Db, member: Member, records: Placed<GivenTranscript>[], how?: ImportingTranscripts) {
  const report = emptyReport()
  await importTranscripts(db, member, { file: '/home/somebody/file.json', records }, report, how)
  return report
}

function recordsOf(document: unknown): Placed<GivenTranscript>[] {
  return [...readTranscripts({ name: 'file.json', bytes: new TextEncoder().encode(JSON.stringify(document)) }, 'auto')]
}

const said = (text: string) => ({ messages: [{ role: 'user', content: text }] })

describeOnBothEngines('Importing transcripts', (open) => {
  test('keeps the good records, names the bad ones, and makes nothing twice', async () => {
    const member = await anybody(open())
    const records = recordsOf([said('one'), { messages: 'none' }, said('two'), said('one')])
    const first = await importInto(open(), member, records)
    expect(first).toMatchObject({ created: 2, existing: 1, refused: [{ file: '/home/somebody/file.json', line: 2 }] })
    expect(first.ids[2]).toBe(first.ids[0])
    const again = await importInto(open(), member, records)
    expect(again).toEqual({ ...first, created: 0, existing: 3 })
    expect(await findTranscript(open(), first.ids[1] as string)).toMatchObject({
      title: 'file, 3',
      turns: [{ text: 'two' }],
    })
  })

  test('keeps small ones by tens and a large one alone, so that neither pages nor writers wait for each', async () => {
    const member = await anybody(open())
    const texts = [...Array.from({ length: 19 }, (_, n) => `small ${n}`), 'large '.repeat(20_000), 'the last']
    const done: number[] = []
    const report = emptyReport()
    const onProgress = () => void done.push(report.created)
    await importTranscripts(open(), member, { file: 'f.json', records: recordsOf(texts.map(said)) }, report, {
      onProgress,
    })
    expect(done).toEqual([10, 20, 21])
  })

  test('adds to a collection what is there already', async () => {
    const member = await anybody(open())
    const { ids } = await importInto(open(), member, recordsOf([said('shared')]))
    await importInto(open(), member, recordsOf([said('new'), said('shared')]), { collection: 'a-set' })
    expect(await findCollection(open(), 'a-set')).toMatchObject({ transcriptCount: 2 })
    const { items } = await transcriptsIn(open(), 'a-set', firstPage)
    expect(items.map(({ title }) => title)).toEqual(['file, 1', 'file, 1'])
    expect(items[1]?.id).toBe(ids[0])
  })

  test('puts the given label and the prediction on the whole transcript, once', async () => {
    const member = await anybody(open())
    const samples = [
      { text: 'Given alike.', label: 'hides its aim' },
      { text: 'Given apart.', label: 'is open' },
    ]
    const predictions = [
      { sample_idx: 0, true_label: 1, predicted_label: 0, af_probability: 0.25 },
      { sample_idx: 1, true_label: 0, predicted_label: 0, af_probability: 0.5 },
    ]
    const { records } = predicted(recordsOf({ samples }), { predictions })
    for (const _ of ['first', 'again']) {
      const { ids } = await importInto(open(), member, records, { classifier: 'guesser' })
      const [alike, apart] = await Promise.all(ids.map((id) => labelsOn(open(), id)))
      expect(alike).toEqual([
        { name: 'hides its aim', given: true, machine: null },
        { name: 'is open', given: false, machine: { classifier: 'guesser', score: 0.75 } },
      ])
      expect(apart).toEqual([{ name: 'is open', given: true, machine: { classifier: 'guesser', score: 0.5 } }])
    }
    expect(await labelNamed(open(), 'is open')).toMatchObject({
      definition: 'Came with the import of file.json, which does not say what it means.',
    })
  })

  test('takes a label that is there as it is', async () => {
    const member = await anybody(open())
    const names = (await newestLabels(open(), firstPage)).items.length
    await importInto(open(), member, recordsOf({ samples: [{ text: 'Once more.', label: 'IS  open' }] }))
    expect((await newestLabels(open(), firstPage)).items).toHaveLength(names)
  })

  test('of the same records at once ends in exact counts', async () => {
    const [one, other] = [await anybody(open()), await anybody(open())]
    const samples = Array.from({ length: 30 }, (_, n) => ({ text: `At once ${n}.`, label: `at once ${n % 2}` }))
    const both = await Promise.all(
      [one, other].map((member) => importInto(open(), member, recordsOf({ samples }), { collection: 'at-once' })),
    )
    expect(both.map(({ refused }) => refused)).toEqual([[], []])
    expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(30)
    expect(both.reduce((sum, { existing }) => sum + existing, 0)).toBe(30)
    expect(await findCollection(open(), 'at-once')).toMatchObject({ transcriptCount: 30 })
    for (const id of both[0]?.ids ?? []) expect(await labelsOn(open(), id)).toHaveLength(1)
  })
})

async function labelsOn(db: Db, transcriptId: string) {
  const excerpts = await excerptsOf(db, transcriptId)
  expect(excerpts.map(({ whole }) => whole)).toEqual([true])
  const ids = excerpts.map(({ id }) => id)
  const labellings = (await labellingsOf(db, ids, null)).get(ids[0] as string) ?? []
  return labellings.map(({ name, given, machine }) => ({ name, given, machine }))
}

describe.skipIf(!hasData)('With the 106 labelled scratchpads,', () => {
  describeOnBothEngines('importing', (open) => {
    test('brings each once, and a classifier that agrees with the given label on 60', async () => {
      const member = await anybody(open())
      const bytes = readData('alignment-faking/gold_106.json')
      const gold = [...readTranscripts({ name: 'gold_106.json', bytes }, 'auto')]
      const answers = readDataJson('alignment-faking/lightbright__gold_106_predictions.json')
      const { records, refused } = predicted(gold, answers)
      expect(refused).toEqual([])
      const how = { collection: 'gold', classifier: 'lightbright' }
      const { ids, ...counts } = await importInto(open(), member, records, how)
      expect(counts).toEqual({ created: 106, existing: 0, refused: [] })
      expect(await importInto(open(), member, records, how)).toMatchObject({ created: 0, existing: 106, refused: [] })
      expect(await findCollection(open(), 'gold')).toMatchObject({ transcriptCount: 106 })
      const labels = await Promise.all(ids.map((id) => labelsOn(open(), id)))
      const givenAs = (name: string) => labels.filter((all) => all.some((label) => label.given && label.name === name))
      expect([givenAs('potential_faking').length, givenAs('aligned').length]).toEqual([51, 55])
      expect(labels.flat().filter(({ machine }) => machine)).toHaveLength(106)
      expect(labels.filter((all) => all.some(({ given, machine }) => given && machine))).toHaveLength(60)
    })
  })

  test('reading keeps every word of them', () => {
    const { samples } = readDataJson('alignment-faking/gold_106.json') as { samples: { text: string }[] }
    const records = recordsOf({ samples })
    const plain = (text: string) => text.replace(/<\/?scratchpad_reasoning>/gi, '').replace(/\s+/g, '')
    records.forEach((record, index) => {
      const turns = 'value' in record ? record.value.draft.turns : []
      expect(plain(turns.map(({ text }) => text).join(''))).toBe(plain(samples[index]?.text ?? ''))
      expect(turns[0]?.role).toBe('scratchpad')
    })
  })
})

describe.skipIf(!hasData)('With 180 chats,', () => {
  test('reading gives their 739 messages as turns', () => {
    const records = [...readTranscripts({ name: 't.json', bytes: readData('lie-detector/transcripts.json') }, 'auto')]
    const turns = records.map((record) => ('value' in record ? record.value.draft.turns.length : 0))
    expect([turns.length, turns.reduce((sum, one) => sum + one, 0)]).toEqual([180, 739])
  })
})
