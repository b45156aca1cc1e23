import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import type { Import } from '#app/features/exchange/importing/import.ts'
import { startImports } from '#app/features/exchange/importing/import-rounds.server.ts'
import {
  type Brought,
  findImport,
  type Settings,
  stageImport,
  startImport,
  stopImport,
} from '#app/features/exchange/importing/imports.server.ts'
import { sweepImports } from '#app/features/exchange/importing/sweeping.server.ts'
import { workOn } from '#app/features/exchange/importing/work.server.ts'
import { agreementIn } from '#app/features/labels/agreement/agreement.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { hasData, readData } from '#tests/support/data.ts'
import { describeOnBothEngines, freshDatabase } from '#tests/support/engines.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const file = (name: string, content: string | Uint8Array): Brought => ({
  name,
  bytes: typeof content === 'string' ? bytes(content) : content,
})
const said = (text: string) => JSON.stringify({ messages: [{ role: 'user', content: text }] })
const real = (path: string) => file(path.split('/').at(-1) as string, readData(path))

const newMember = (db: Db) => addWithoutPassword(db, `m${newId()}`)

/** Works on an import as the server's threads do, here. */
async function work(db: Db, id: string, signal = new AbortController().signal) {
  const holder = newId()
  const to = { holder, held_until: Date.now() + 60_000 }
  await inTransaction(db, (tx) => tx.updateTable('imports').set(to).where('id', '=', id).execute())
  await workOn(db, id, holder, signal)
}

async function looked(db: Db, member: Member, files: Brought[], settings: Settings = {}): Promise<Import> {
  const { id } = await stageImport(db, member, { files, settings })
  await work(db, id)
  return findImport(db, member, id)
}

async function imported(db: Db, member: Member, id: string): Promise<Import> {
  await startImport(db, member, id)
  await work(db, id)
  return findImport(db, member, id)
}

const transcriptCount = async (db: Db) => (await db.selectFrom('transcripts').select('id').execute()).length

describeOnBothEngines('An import', (open, engine) => {
  test('shows what would be made, makes nothing before it is told to, then makes just that', async () => {
    const [db, member] = [open(), await newMember(open())]
    const before = await transcriptCount(db)
    const text = [said('one'), said('two'), said('one'), '{"messages": 1}', 'nonsense'].join('\n')
    const seen = await looked(db, member, [file('a.jsonl', text), file('b.txt', 'User: Hello.\n\nAssistant: Hi.')], {
      collection: 'brought',
    })
    expect(seen).toMatchObject({ state: 'staged', failure: null, report: null })
    expect(seen.preview).toMatchObject({
      files: [
        { name: 'a.jsonl', kind: 'messages', records: 5 },
        { name: 'b.txt', kind: 'text', records: 1 },
      ],
      ...{ fresh: 3, existing: 1, votes: 0, refusedCount: 2 },
      collection: { id: 'brought', isNew: true, holds: 0, willHold: 3 },
    })
    expect(seen.preview?.refused.map(({ line }) => line)).toEqual([4, 5])
    expect(seen.preview?.shown[0]).toEqual({
      ...{ title: 'a, 1', model: null, turnCount: 1 },
      turns: [{ role: 'user', speaker: null, text: 'one' }],
    })
    expect(await transcriptCount(db)).toBe(before)
    const done = await imported(db, member, seen.id)
    expect(done).toMatchObject({ state: 'done', report: { created: 3, existing: 1, refusedCount: 2 } })
    expect(done.report?.ids).toHaveLength(3)
    expect(done.preview?.shown).toEqual([])
    const again = await looked(db, member, [file('a.jsonl', text)], { collection: 'brought' })
    expect(again.preview).toMatchObject({ fresh: 0, existing: 3, collection: { isNew: false, holds: 3, willHold: 3 } })
  })

  test('is seen by its member and moderators only', async () => {
    const [db, member] = [open(), await newMember(open())]
    const { id } = await looked(db, member, [file('a.txt', 'User: Seen?')])
    await expect(findImport(db, await newMember(db), id)).rejects.toThrow('There is no such import.')
    const moderator = await addWithoutPassword(db, `m${newId()}`, 'moderator')
    expect((await findImport(db, moderator, id)).id).toBe(id)
  })

  test('says of what cannot be read why, and lets it be taken differently', async () => {
    const [db, member] = [open(), await newMember(open())]
    const seen = await looked(db, member, [
      file('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])),
      file('empty.txt', ''),
      file('broken.eval', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])),
      file('other.csv', 'a,b\n1,2'),
      file('votes.csv', 'transcript,label,voter,value\nx,y,Ada,agree'),
    ])
    expect(seen.preview?.refused.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'picture.png: This is not UTF-8 text.',
      'empty.txt: This is empty.',
      expect.stringMatching(/^broken\.eval: This is no zip that can be read: /),
      expect.stringMatching(/^other\.csv has neither|^other\.csv: other\.csv has neither/),
      'votes.csv: Votes on labels: say which collection they are about.',
    ])
    await expect(startImport(db, member, seen.id)).rejects.toThrow('There is nothing in these files to import.')
  })

  test('that breaks off goes on, and counts what it made before as made', async () => {
    const [db, member] = [open(), await newMember(open())]
    const unique = newId()
    const lines = Array.from({ length: 60 }, (_, n) => said(`${unique} ${n}`)).join('\n')
    const seen = await looked(db, member, [file('many.jsonl', `${lines}\n${said(`${unique} 0`)}`)])
    await startImport(db, member, seen.id)
    const stopping = new AbortController()
    const working = work(db, seen.id, stopping.signal)
    while ((await db.selectFrom('transcripts').select('id').where('member_id', '=', member.id).execute()).length < 5)
      await new Promise((asked) => setTimeout(asked, 5))
    stopping.abort()
    await working
    expect(await findImport(db, member, seen.id)).toMatchObject({ state: 'running' })
    await work(db, seen.id)
    expect(await findImport(db, member, seen.id)).toMatchObject({
      state: 'done',
      report: { created: 60, existing: 1, refusedCount: 0 },
    })
  })

  test('that is stopped keeps what it made, says so, and lets its member bring the rest', async () => {
    const [db, member] = [open(), await newMember(open())]
    const unique = newId()
    const lines = Array.from({ length: 4000 }, (_, n) => said(`${unique} ${n}`)).join('\n')
    const seen = await looked(db, member, [file('many.jsonl', lines)])
    await startImport(db, member, seen.id)
    await stopImport(db, member, seen.id)
    expect(await findImport(db, member, seen.id)).toMatchObject({ state: 'staged' })
    await startImport(db, member, seen.id)
    const working = work(db, seen.id)
    await until(async () => ((await findImport(db, member, seen.id)).report?.created ?? 0) > 0)
    await expect(stopImport(db, await newMember(db), seen.id)).rejects.toThrow('no such import')
    await stopImport(db, member, seen.id)
    await working
    const { state, report, preview } = await findImport(db, member, seen.id)
    const made = await db.selectFrom('transcripts').select('id').where('member_id', '=', member.id).execute()
    expect(state).toBe('stopped')
    expect(made.length).toBeLessThan(4000)
    expect([report?.created, report?.ids.length, preview?.shown]).toEqual([made.length, made.length, []])
  })

  test('is done once by one of two servers, in a thread, and its files are gone then', async () => {
    const databaseUrl = await freshDatabase(engine)
    const db = openDatabase(databaseUrl)
    const member = await newMember(db)
    const { id } = await stageImport(db, member, { files: [file('a.jsonl', said(newId()))], settings: {} })
    const log = { error: (details: object) => expect(details).toBeUndefined() }
    const servers = [1, 2].map(() => startImports({ db, databaseUrl, log, interval: 20 }))
    await until(async () => (await findImport(db, member, id)).state === 'staged')
    await startImport(db, member, id)
    await until(async () => (await findImport(db, member, id)).state === 'done')
    await Promise.all(servers.map((server) => server.stop()))
    const deeds = await db.selectFrom('activity').select('verb').where('subject_id', '=', id).orderBy('at').execute()
    expect(deeds.map(({ verb }) => verb)).toEqual(['import.staged', 'import.started', 'import.done'])
    await sweepImports(db)
    expect(await db.selectFrom('import_pieces').select('piece').execute()).toEqual([])
    await db.destroy()
  }, 120_000)
})

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((asked) => setTimeout(asked, 20))
}

describe.skipIf(!hasData)('Real files', () => {
  describeOnBothEngines('through an import', (open) => {
    test('are taken for what they are, and known values come out', async () => {
      const [db, member] = [open(), await newMember(open())]
      const judged = [real('lie-detector/transcripts.json'), real('lie-detector/judge_votes.csv')]
      const seen = await looked(db, member, judged, { collection: 'lies' })
      expect(seen.preview).toMatchObject({ fresh: 180, existing: 0, refusedCount: 0 })
      expect(seen.preview?.files.map(({ kind }) => kind)).toEqual(['judged', 'verdicts'])
      expect((await imported(db, member, seen.id)).report).toMatchObject({ created: 180, refusedCount: 0 })
      const alphas = (await agreementIn(db, 'lies')).map(({ alpha }) => Number(alpha?.toFixed(6)))
      expect(alphas.sort()).toEqual([0.378691, 0.622533])
    }, 120_000)

    test('of a classifier go on the samples that they are about', async () => {
      const [db, member] = [open(), await newMember(open())]
      const gold = ['gold_106.json', 'lightbright__gold_106_predictions.json'].map((name) =>
        real(`alignment-faking/${name}`),
      )
      const nameless = await looked(db, member, gold)
      expect(nameless.preview?.refused).toMatchObject([{ reason: expect.stringContaining('say what the classifier') }])
      const seen = await looked(db, member, gold, { classifier: 'lightbright', collection: 'gold' })
      expect(seen.preview?.files.map(({ kind }) => kind)).toEqual(['gold', 'predictions'])
      expect(seen.preview).toMatchObject({ fresh: 106, refusedCount: 0 })
    })

    test('of Inspect all read, packed or not', async () => {
      const [db, member] = [open(), await newMember(open())]
      const names = ['log_formats.eval', 'log_formats.json', 'log_read_sample.eval', 'log_tool_call_error.json']
      const seen = await looked(
        db,
        member,
        names.map((name) => real(`inspect-logs/${name}`)),
      )
      expect(seen.preview?.files.map(({ kind }) => kind)).toEqual(Array(4).fill('inspect'))
      expect(seen.preview).toMatchObject({ refusedCount: 0 })
    })
  })
})
