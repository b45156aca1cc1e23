import { describe, expect, test } from 'vitest'
import { importTranscriptFiles } from '#app/cli/import-transcripts.ts'
import { readTranscripts } from '#app/features/exchange/formats/read-transcripts.ts'
import { judged } from '#app/features/exchange/formats/votes/read-verdicts.ts'
import { agreementIn } from '#app/features/labels/agreement/agreement.server.ts'
import { fileWith } from '#tests/support/command.ts'
import { dataPath, hasData } from '#tests/support/data.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const chat = (id: string) => ({
  id,
  did_lie: true,
  model: 'tin-1',
  messages: [{ role: 'user', content: `Hello ${id}` }],
})
const chats = JSON.stringify(['a', 'b'].map(chat))
const csv = (...rows: string[]) => ['transcript_id,condition,judge,label', ...rows].join('\n')
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (rows: string) =>
  judged([...readTranscripts({ name: 'chats.json', bytes: bytes(chats) }, 'judged')], bytes(rows))

describe('Verdicts beside transcripts', () => {
  test('are votes on a label for each condition, and what else is known of a transcript is a score', () => {
    const { records } = read(csv('a,told,Ada,lie', 'a,told,Bea,not lie', 'b,untold,Ada,Lie'))
    expect(records).toMatchObject([
      {
        value: {
          draft: { scores: { did_lie: true }, model: 'tin-1' },
          verdicts: [
            { judge: 'Ada', label: 'lie (told)', value: 'agree' },
            { judge: 'Bea', label: 'lie (told)', value: 'disagree' },
          ],
        },
      },
      { value: { verdicts: [{ judge: 'Ada', label: 'Lie (untold)', value: 'agree' }] } },
    ])
  })

  test('that are none are counted, and those about nothing here are refused with their line', () => {
    const { blank, refused } = read(csv('a,told,Ada,', 'c,told,Ada,lie'))
    expect(blank).toBe(1)
    expect(refused).toEqual([{ line: 3, reason: 'No transcript here is c.' }])
  })

  test('without a column that is needed, or no CSV at all, are refused whole', () => {
    expect(read('transcript_id,judge\na,Ada').refused[0]?.reason).toContain('no column condition, label')
    expect(read('a,"b\nc').refused[0]?.reason).toMatch(/^This is not CSV: /)
  })
})

describeOnBothEngines('Judged transcripts', (open) => {
  test('are labelled by their judges, who place nothing, and once however often they are imported', async () => {
    const files = [
      fileWith(chats, '.json'),
      fileWith(csv('a,told,Ada,lie', 'a,told,Bea,not lie', 'b,told,Ada,lie'), '.csv'),
    ]
    const options = { format: 'judged' as const, collection: 'two-chats' }
    expect(await importTranscriptFiles(open(), files, options)).toMatchObject({ created: 2, existing: 0, refused: [] })
    expect(await importTranscriptFiles(open(), files, options)).toMatchObject({ created: 0, existing: 2 })
    expect(await agreementIn(open(), 'two-chats')).toMatchObject([
      { name: 'lie (told)', items: 1, votes: 2, alpha: 0, alphaBlind: null, contested: 0, settled: 0, open: 2 },
    ])
  })

  test.skipIf(!hasData)(
    'of real judges are contested, and agree, as far as is known',
    { timeout: 120_000 },
    async () => {
      const files = ['transcripts.json', 'judge_votes.csv'].map((name) => dataPath(`lie-detector/${name}`))
      const report = await importTranscriptFiles(open(), files, { format: 'judged', collection: 'lies' })
      expect(report).toMatchObject({ created: 180, existing: 0, refused: [], blank: 26 })
      const [without, told] = await agreementIn(open(), 'lies')
      expect(without).toMatchObject({ contested: 43 })
      expect(without?.alpha).toBeCloseTo(0.378691, 6)
      expect(told).toMatchObject({ contested: 22 })
      expect(told?.alpha).toBeCloseTo(0.622533, 6)
    },
  )
})
