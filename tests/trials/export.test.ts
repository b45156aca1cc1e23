import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { newestClaims } from '#app/features/claims/claims.server.ts'
import type { SubjectKind } from '#app/features/discussion/comment.ts'
import { commentsByIds, findSubject } from '#app/features/discussion/comments/comments.server.ts'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { commentLineAnswers } from '#app/features/exchange/answers/comment-answer.server.ts'
import { importSite } from '#app/features/exporting/bringing/import-site.server.ts'
import { exportSite } from '#app/features/exporting/writing/export-site.server.ts'
import { outlineOf } from '#app/features/votes/thread-outline.server.ts'
import { dayMs, dayOf, now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, type Engine, openDatabase } from '#db/open.ts'
import { demoDatabase, freshDatabase } from '#tests/support/engines.ts'
import { hush, makeRichSite } from '#tests/support/rich-site.ts'
import { anHour, roundsOf } from './rounds.ts'

const origin = 'http://localhost:3000'
const newFolder = () => `${inject('folder')}/${newId()}`

async function exported(url: string, db: Db, collection: string | null = null) {
  const folder = newFolder()
  const { manifest } = await exportSite(db, { databaseUrl: url, origin, folder, collection })
  return { folder, manifest }
}

/** Every byte of a folder by path, but for when it was made. */
function bytesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = paths.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  return new Map(
    files.map((file) => [
      file.slice(folder.length),
      readFileSync(file, 'latin1').replace(/at \d{4}-[\d:.T-]+Z|"exportedAt": ".*"/, ''),
    ]),
  )
}

const { isLong } = roundsOf(1, 1)
// In the few rounds a site on one engine is made again on the other.
const engines: Engine[] = isLong ? ['sqlite', 'postgres'] : ['sqlite']
const others: Engine[] = isLong ? ['postgres', 'sqlite'] : ['postgres']

describe.each(engines)('A site on %s that is exported', (engine) => {
  test('has nothing in it that is not everybody’s, and is made again on either engine', anHour, async () => {
    const url = await demoDatabase(engine)
    const db = openDatabase(url)
    await makeRichSite(db)
    const first = await exported(url, db)
    const bytes = bytesIn(first.folder)
    for (const [path, text] of bytes) expect(text.includes(hush), path).toBe(false)
    const empty = Object.entries(first.manifest.files).filter(([, { lines }]) => lines === 0)
    expect(empty.map(([path]) => path)).toEqual([])
    let { folder } = first
    for (const on of others) {
      const madeUrl = await freshDatabase(on)
      const made = openDatabase(madeUrl)
      expect(await importSite(made, folder)).toMatchObject({ existing: 0, wrong: [] })
      folder = (await exported(madeUrl, made)).folder
      const again = bytesIn(folder)
      expect([...again.keys()].sort()).toEqual([...bytes.keys()].sort())
      for (const [path, text] of bytes) expect(again.get(path) === text, `${path} made on ${on}`).toBe(true)
      await expectSame(db, made)
      expect((await examine(made)).filter(({ ok }) => !ok)).toEqual([])
      expect(await importSite(made, first.folder)).toMatchObject({ created: 0 })
      await made.destroy()
    }
    await db.destroy()
  })
})

async function expectSame(db: Db, made: Db) {
  const { items } = await newestClaims(db, { limit: 100, after: null })
  expect((await newestClaims(made, { limit: 100, after: null })).items).toEqual(items)
  for (const { id } of items) {
    expect(await tallyOf(made, id)).toEqual(await tallyOf(db, id))
    const at = dayOf(now() - dayMs)
    expect(await tallyOf(made, id, { at })).toEqual(await tallyOf(db, id, { at }))
  }
  const threads = db.selectFrom('threads').select(['subject_kind', 'subject_id']).where('comment_count', '>', 0)
  for (const { subject_kind, subject_id } of await threads.execute()) {
    const ask = (of: Db) => answersOf(of, subject_kind as SubjectKind, subject_id)
    const answers = await ask(db).catch(() => null)
    if (answers) expect(await ask(made)).toEqual(answers)
  }
}

/** What the API says of a thread, with its words. */
async function answersOf(db: Db, kind: SubjectKind, id: string) {
  const subject = await findSubject(db, kind, id, null)
  const outline = await outlineOf(db, subject, 'best')
  const items = await commentsByIds(
    db,
    outline.map((one) => one.id),
  )
  return [subject, items.map(({ body, html }) => [body, html]), await commentLineAnswers(db, items, null)]
}
