import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { importSite } from '#app/features/exporting/bringing/import-site.server.ts'
import type { Manifest } from '#app/features/exporting/manifest.ts'
import { asFiles, everything, leftOut } from '#app/features/exporting/shown/everything.ts'
import { exportSite } from '#app/features/exporting/writing/export-site.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { helpfulOnly } from '#tests/support/claims.ts'
import { freshDatabase } from '#tests/support/engines.ts'

const newFolder = () => `${inject('folder')}/${newId()}`

test('An export says of every column of every table what it has of it, or why nothing', async () => {
  const db = openDatabase(await freshDatabase('sqlite'))
  const { rows } = await sql<{ name: string; column: string }>`select m.name, c.name as column from sqlite_master m
    join pragma_table_info(m.name) c where m.type = 'table'`.execute(db)
  const kept = rows.filter(({ name }) => !/^(search_index|excerpt_|sqlite_|kysely_)/.test(name))
  const said = new Set<string>()
  for (const { table, columns, without } of everything)
    for (const column of [...Object.keys(columns), ...Object.keys(without)])
      said.add(`${table === 'shown_mentions' ? 'mentions' : table} ${column}`)
  const isSaid = ({ name, column }: (typeof rows)[number]) =>
    said.has(`${name} ${column}`) || Object.keys({ ...leftOut, ...asFiles }).includes(name)
  expect(kept.filter((one) => !isSaid(one))).toEqual([])
  await db.destroy()
})

describe('An export', () => {
  let url: string
  let folder: string

  beforeAll(async () => {
    url = await freshDatabase('sqlite')
    const db = openDatabase(url)
    const ann = await addWithoutPassword(db, 'ann')
    const { id } = await writePost(db, ann, {
      title: 'Hostile',
      body: '[x](javascript:alert(1)) <script>alert(1)</script>',
    })
    for (let n = 0; n < 30; n++) await reply(db, ann, { kind: 'post', id }, { body: `=1+${n}` })
    const claim = await proposeClaim(db, ann, helpfulOnly)
    const cell = {
      claimId: claim.id,
      standpointId: claim.standpoints[0]?.id ?? '',
      framingId: claim.framings[0]?.id ?? '',
    }
    for (const handle of ['bob', 'dora', 'eve'])
      await castBallot(db, await addWithoutPassword(db, handle), cell, 'fits')
    const { transcript } = await addTranscript(db, ann, {
      turns: [{ role: 'user', speaker: null, text: 'Hello there.' }],
    })
    await addToCollection(db, ann, 'hellos', [transcript.id])
    await addTranscript(db, ann, { turns: [{ role: 'user', speaker: null, text: 'Elsewhere.' }] })
    folder = newFolder()
    await exportSite(db, { databaseUrl: url, origin: 'http://here.example', folder, collection: null })
    const alone = `${folder}-alone`
    await exportSite(db, { databaseUrl: url, origin: 'http://here.example', folder: alone, collection: 'hellos' })
    await db.destroy()
  })

  const read = (path: string) => readFileSync(join(folder, path), 'utf8')

  /** A copy in which a file says something else, with a manifest that bears it out. */
  function forged(path: string, change: (text: string) => string): string {
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    const text = change(read(path))
    writeFileSync(join(copy, path), text)
    const manifest: Manifest = JSON.parse(read('manifest.json'))
    const sha256 = createHash('sha256').update(text).digest('hex')
    manifest.files[path] = { lines: text.split('\n').length - 1, sha256 }
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
    return copy
  }

  async function importInto(from: string, work: (db: Db) => Promise<void> = async () => {}) {
    const db = openDatabase(await freshDatabase('sqlite'))
    try {
      await work(db)
      return await importSite(db, from)
    } finally {
      await db.destroy()
    }
  }

  test('explains itself, keeps formulas from spreadsheets, and goes nowhere where something lies', async () => {
    expect(read('README.md')).toContain('| comments | 30 |')
    expect(read('csv/comments.csv')).toContain(",'=1+3,")
    expect(JSON.parse(read('annotations.jsonl').split('\n')[0] || '{}')).toEqual({})
    const db = openDatabase(url)
    const given = { databaseUrl: url, origin: 'http://here.example', collection: null }
    await expect(exportSite(db, { ...given, folder })).rejects.toMatchObject({ kind: 'conflict' })
    const elsewhere = newFolder()
    mkdirSync(`${elsewhere}.part`)
    writeFileSync(`${elsewhere}.part/precious`, 'mine')
    await expect(exportSite(db, { ...given, folder: elsewhere })).rejects.toMatchObject({ kind: 'conflict' })
    expect(existsSync(`${elsewhere}.part/precious`)).toBe(true)
    await expect(exportSite(db, { ...given, folder: newFolder(), collection: 'none' })).rejects.toMatchObject({
      kind: 'not found',
    })
    await db.destroy()
  })

  test('of a collection has its transcripts and nothing that was written elsewhere', async () => {
    const alone = (name: string) => readFileSync(`${folder}-alone/data/${name}.jsonl`, 'utf8').split('\n').length - 1
    expect(['transcripts', 'turns', 'collections', 'posts', 'claims'].map(alone)).toEqual([1, 1, 1, 0, 0])
    expect(await importInto(`${folder}-alone`)).toMatchObject({ wrong: [] })
  })

  test('is imported on from where it was broken off, and renders texts anew', async () => {
    const db = openDatabase(await freshDatabase('sqlite'))
    let steps = 0
    const broken = importSite(db, folder, (said) => {
      if (!said.includes('looked at') && ++steps > 6) throw new Error('The power is gone.')
    })
    await expect(broken).rejects.toThrow('power')
    const report = await importSite(db, folder)
    expect(report.wrong).toEqual([])
    expect(report.existing).toBeGreaterThan(0)
    const { n } = await db
      .selectFrom('comments')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(n).toBe(30)
    const post = await db.selectFrom('posts').select('html').executeTakeFirstOrThrow()
    expect(post.html).not.toMatch(/<script|javascript:/)
    expect(await db.selectFrom('votes').selectAll().execute()).toEqual([])
    await db.destroy()
  })

  test('that leads out of its folder, by names or links, is refused', async () => {
    const linked = forged('data/posts.jsonl', (text) => text)
    renameSync(join(linked, 'data/posts.jsonl'), `${linked}.jsonl`)
    symlinkSync(`${linked}.jsonl`, join(linked, 'data/posts.jsonl'))
    await expect(importInto(linked)).rejects.toMatchObject({ message: expect.stringContaining('not a plain file') })
    const whole = forged('data/posts.jsonl', (text) => text)
    renameSync(join(whole, 'data'), `${whole}-data`)
    symlinkSync(`${whole}-data`, join(whole, 'data'))
    await expect(importInto(whole)).rejects.toMatchObject({ kind: 'conflict' })
    const out = { id: '../../../etc/passwd', width: 1, height: 1, memberId: 'x', createdAt: new Date().toISOString() }
    const picture = forged('data/pictures.jsonl', () => `${JSON.stringify(out)}\n`)
    await expect(importInto(picture)).rejects.toMatchObject({ message: expect.stringContaining('This is not an id.') })
    rmSync(`${linked}.jsonl`)
  })

  test.each([
    ['posts', (line: string) => line.replace('"url":null', '"url":"javascript:alert(1)"'), 'begins with http'],
    ['posts', (line: string) => line.replace('"kind":"essay"', '"kind":"<b>"'), 'one of essay'],
    ['posts', (line: string) => line.replace('{', '{"html":"<script>",'), 'no such field'],
    ['members', (line: string) => line.replace('"handle":"ann"', '"handle":"<script>"'), 'A handle has'],
    ['members', (line: string) => line.replace('{', '{"role":"admin",'), 'no such field'],
    ['comments', (line: string) => line.slice(1), 'no JSON document'],
    ['ballots-unnamed', (line: string) => line.replace('"voters":3', '"voters":1e15'), 'no count'],
  ])('whose %s say what no form takes is refused with the line', async (name, change, why) => {
    const path = `data/${name}.jsonl`
    const refused = expect.stringMatching(new RegExp(`^${path}:\\d+: .*${why}`))
    await expect(importInto(forged(path, change))).rejects.toMatchObject({ message: refused })
  })

  test('that was changed, or comes where something is written or somebody is called so, is refused', async () => {
    const changed = forged('data/posts.jsonl', (text) => text)
    writeFileSync(join(changed, 'data/posts.jsonl'), '')
    await expect(importInto(changed)).rejects.toMatchObject({ message: expect.stringContaining('not as it was made') })
    const written = importInto(folder, async (db) => {
      await writePost(db, await addWithoutPassword(db, 'somebody'), { title: 'Mine', body: 'Mine.' })
    })
    await expect(written).rejects.toMatchObject({ message: expect.stringContaining('empty database') })
    const taken = importInto(folder, async (db) => void (await addWithoutPassword(db, 'Ann')))
    await expect(taken).rejects.toMatchObject({ message: expect.stringContaining('called so here already: ann') })
  })
})
