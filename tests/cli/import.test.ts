import { basename } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { newestTranscripts } from '#app/features/transcripts/transcripts.server.ts'
import type { Engine } from '#db/open.ts'
import { openDatabase } from '#db/open.ts'
import { fileWith, runCommand, startCommand } from '#tests/support/command.ts'
import { dataPath, hasData } from '#tests/support/data.ts'
import { freshDatabase } from '#tests/support/engines.ts'

const said = (text: string) => JSON.stringify({ messages: [{ role: 'user', content: text }] })
const linesOf = (count: number, text: string) =>
  Array.from({ length: count }, (_, n) => said(`${text} ${n}`)).join('\n')

let url: string
beforeAll(async () => {
  url = await freshDatabase('sqlite')
})

async function addedBy(databaseUrl: string) {
  const db = openDatabase(databaseUrl)
  const { items } = await newestTranscripts(db, { limit: 1, after: null })
  await db.destroy()
  return items[0]?.addedBy
}

describe('parallax import transcripts', () => {
  test('says what it did on standard output and what it refused on standard error', async () => {
    const path = fileWith([said('a'), '{"messages": 1}', said('b'), 'nonsense'].join('\n'), '.jsonl')
    const { status, stdout, stderr } = await runCommand(url, 'import', 'transcripts', path)
    expect(stdout).toBe('2 created, 0 already there, 2 refused\n')
    expect(stderr.trim().split('\n')).toEqual([
      `${path}:2: messages: This is not a list of messages.`,
      expect.stringMatching(`^${path}:4: This is not JSON: `),
    ])
    expect(status).toBe(0)
  })

  test('prints one JSON document, and nothing is made twice', async () => {
    const [good, text] = [
      fileWith(`[${said('c')}, ${said('d')}, 5]`),
      fileWith('User: Hello.\n\nAssistant: Hello!', '.txt'),
    ]
    const args = ['import', 'transcripts', good, text, '--json', '--collection', 'two-files']
    const first = await runCommand(url, ...args)
    expect(first.status).toBe(0)
    const report = JSON.parse(first.stdout)
    expect(report).toEqual({
      created: 3,
      existing: 0,
      refused: [{ file: good, line: 3, reason: 'record: This is not an object.' }],
      ids: Array(3).fill(expect.any(String)),
    })
    const again = await runCommand(url, ...args)
    expect(JSON.parse(again.stdout)).toEqual({ ...report, created: 0, existing: 3 })
    expect(again.status).toBe(0)
  })

  test('goes on after files that cannot be read, and fails when nothing could be brought in', async () => {
    const bad = [
      `${inject('folder')}/missing.json`,
      inject('folder'),
      fileWith(''),
      fileWith(new Uint8Array([0xff, 0xfe, 0x41]), '.txt'),
    ]
    const failed = await runCommand(url, 'import', 'transcripts', ...bad, '--json')
    expect(failed.status).toBe(1)
    expect(JSON.parse(failed.stdout).refused).toEqual([
      { file: bad[0], line: null, reason: 'There is no such file.' },
      { file: bad[1], line: null, reason: 'This is a folder.' },
      { file: bad[2], line: null, reason: 'This is empty.' },
      { file: bad[3], line: 1, reason: 'This is not UTF-8 text.' },
    ])
    expect(failed.stderr.trim().split('\n')).toHaveLength(4)
    const some = await runCommand(url, 'import', 'transcripts', bad[0] as string, fileWith(said('e')))
    expect([some.status, some.stdout]).toEqual([0, '1 created, 0 already there, 1 refused\n'])
  })

  test('is in the name of who is said, else of an admin, else of an unclaimed member', async () => {
    const own = await freshDatabase('sqlite')
    await runCommand(own, 'import', 'transcripts', fileWith(said('a')))
    expect(await addedBy(own)).toBe('import')
    const db = openDatabase(own)
    await addWithoutPassword(db, 'chief', 'admin')
    await addWithoutPassword(db, 'wren')
    await db.destroy()
    await runCommand(own, 'import', 'transcripts', fileWith(said('b')))
    expect(await addedBy(own)).toBe('chief')
    await runCommand(own, 'import', 'transcripts', fileWith(said('c')), '--as', 'Wren')
    expect(await addedBy(own)).toBe('wren')
    const unknown = await runCommand(own, 'import', 'transcripts', fileWith(said('d')), '--as', 'nobody')
    expect([unknown.status, unknown.stdout]).toEqual([1, ''])
    expect(unknown.stderr).toContain('no such member')
  })

  test.each([
    ['no file', []],
    ['a format that is none', ['x.json', '--format', 'nonsense']],
    ['an option that is none', ['x.json', '--nonsense']],
    ['predictions without a classifier', ['x.json', '--predictions', 'p.json']],
    ['a classifier without predictions', ['x.json', '--classifier', 'c']],
    ['predictions for two files', ['x.json', 'y.json', '--predictions', 'p.json', '--classifier', 'c']],
  ])('with %s is wrong usage', async (_, args) => {
    const { status, stdout, stderr } = await runCommand(url, 'import', 'transcripts', ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('error: ')
  })

  test.each([
    ['predictions that are none', { predictions: 5 }, 'predictions: '],
    [
      'predictions of another file',
      { predictions: [{ sample_idx: 5, true_label: 1, predicted_label: 1, af_probability: 1 }] },
      'carries a label',
    ],
  ])('with %s is refused before anything is written', async (_, document, reason) => {
    const own = await freshDatabase('sqlite')
    const [gold, answers] = [
      fileWith(JSON.stringify({ samples: [{ text: 'a', label: 'x' }] })),
      fileWith(JSON.stringify(document)),
    ]
    const { status, stderr } = await runCommand(
      own,
      'import',
      'transcripts',
      gold,
      '--predictions',
      answers,
      '--classifier',
      'c',
    )
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${answers}: `)])
    expect(stderr).toContain(reason)
    expect(await addedBy(own)).toBeUndefined()
  })

  test('in a collection whose name is none is refused', async () => {
    const { status, stderr } = await runCommand(
      url,
      'import',
      'transcripts',
      fileWith(said('never')),
      '--collection',
      ' no slug',
    )
    expect([status, stderr]).toEqual([1, expect.stringContaining('collection')])
  })

  test('that is killed leaves whole transcripts and is finished by running it again', async () => {
    const path = fileWith(linesOf(500, 'killed'), '.jsonl')
    const own = await freshDatabase('sqlite')
    const { child, ended } = startCommand(own, ['import', 'transcripts', path, '--collection', 'killed'])
    const db = openDatabase(own)
    const count = () => db.selectFrom('transcripts').select('id').limit(1).execute()
    while ((await count()).length === 0) await new Promise((soon) => setTimeout(soon, 5))
    child.kill('SIGKILL')
    await db.destroy()
    await ended
    const { created, existing } = JSON.parse(
      (await runCommand(own, 'import', 'transcripts', path, '--json', '--collection', 'killed')).stdout,
    )
    expect(existing).toBeGreaterThan(0)
    expect(created).toBeGreaterThan(0)
    expect(created + existing).toBe(500)
  })
})

describe('parallax import discussion', () => {
  const answer = (comments: object[]) => {
    const written = { _id: 'p', title: 'A post', postedAt: '2020-01-01T00:00:00Z', contents: { markdown: 'Words.' } }
    return JSON.stringify({ data: { post: { result: written }, comments: { results: comments } } })
  }

  test('reports like the other, and fails without a post', async () => {
    const path = fileWith(
      answer([{ _id: 'c', parentCommentId: 'gone', postedAt: '2020-01-01T00:00:00Z', contents: { markdown: 'x' } }]),
    )
    const { status, stdout } = await runCommand(url, 'import', 'discussion', path, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      ...{ created: 1, existing: 0, ids: [expect.any(String)] },
      refused: [{ file: path, line: 1, reason: expect.stringContaining('gone') }],
    })
    const bad = ['{}', '{', ''].map((content) => fileWith(content))
    const given = [...bad, `${path}.gone`]
    const ran = await Promise.all(given.map((one) => runCommand(url, 'import', 'discussion', one)))
    for (const [n, { status, stdout, stderr }] of ran.entries())
      expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining(`${basename(given[n] ?? '')}: `)])
    expect(ran.at(-1)?.stderr).toContain('There is no such file.')
    expect((await runCommand(url, 'import', 'discussion')).status).toBe(2)
  })
})

describe.skipIf(!hasData)('Two commands that import the same real file at once', () => {
  test.each(['sqlite', 'postgres'] as Engine[])('end in exact counts on %s', async (engine) => {
    const own = await freshDatabase(engine)
    const args = ['import', 'transcripts', dataPath('alignment-faking/gold_106.json'), '--json', '--collection', 'gold']
    args.push(
      '--predictions',
      dataPath('alignment-faking/lightbright__gold_106_predictions.json'),
      '--classifier',
      'lightbright',
    )
    const both = await Promise.all([runCommand(own, ...args), runCommand(own, ...args)])
    expect(both.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    const [one, other] = both.map(({ stdout }) => JSON.parse(stdout))
    expect([one.created + other.created, one.existing + other.existing]).toEqual([106, 106])
    expect(one.ids).toEqual(other.ids)
    const db = openDatabase(own)
    const { items } = await newestTranscripts(db, { limit: 200, after: null }, { collectionId: 'gold' })
    await db.destroy()
    expect(items).toHaveLength(106)
  })
})
