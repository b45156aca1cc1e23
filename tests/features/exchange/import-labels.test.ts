import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { readLabelVotes } from '#app/features/exchange/formats/votes/read-label-votes.ts'
import { importLabels } from '#app/features/exchange/imports/import-labels.server.ts'
import { agreementIn } from '#app/features/labels/agreement/agreement.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const votes = (...rows: string[]) =>
  readLabelVotes(new TextEncoder().encode(['transcript,label,voter,value', ...rows].join('\n')))

describeOnBothEngines('Importing labels', (open) => {
  test('casts the votes of each row once, by id or title, and refuses the rows that say nothing', async () => {
    const member = await addWithoutPassword(open(), `m${newId()}`)
    const bring = async (title: string, text: string) =>
      (await addTranscript(open(), member, { title, turns: [{ role: 'user', text }] })).transcript.id
    const ids = [await bring('tea', 'a'), await bring('twin', 'b'), await bring('twin', 'c')]
    await addToCollection(open(), member, 'rated', ids)
    const rows = votes(
      'tea,doubts it,Ada,agree',
      `${ids[1]},doubts it,Ada,Disagree`,
      `${ids[1]},doubts it,Bea,unsure`,
      'twin,doubts it,Ada,agree',
      'none,doubts it,Ada,agree',
      'tea,doubts it,Ada,maybe',
    )
    const given = { file: 'votes.csv', rows, collection: 'rated' }
    const report = await importLabels(open(), member, given)
    expect(report).toMatchObject({ created: 3, existing: 0 })
    expect(report.refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '5 transcript: 2 transcripts of the collection are called twin.',
      '6 transcript: No transcript of the collection is none.',
      '7 value: Expected ("agree" | "disagree" | "unsure"), got "maybe".',
    ])
    expect(await importLabels(open(), member, given)).toMatchObject({ created: 0, existing: 3 })
    expect(await agreementIn(open(), 'rated')).toMatchObject([{ name: 'doubts it', open: 2, items: 0, alpha: null }])
  })
})
