import { chmodSync, copyFileSync, existsSync, statSync, truncateSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { rebuildSearch } from '#app/features/search/search.server.ts'
import { newId } from '#app/lib/ids.ts'
import { backup } from '#db/backup/backup.ts'
import { differences } from '#db/backup/manifest.ts'
import { restore } from '#db/backup/restore.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { demoDatabase, freshDatabase } from '#tests/support/engines.ts'

// Others back up into this folder too, at the same time.
const made: string[] = []

function newFile(): string {
  const file = `${inject('folder')}/${newId()}.backup`
  made.push(file)
  return file
}

const engines = ['sqlite', 'postgres'] as const

describe.each(engines)('A backup of %s', (from) => {
  let url: string
  let file: string
  beforeAll(async () => {
    url = await demoDatabase(from)
    file = newFile()
    await backup(url, file)
  })

  const to = from === 'sqlite' ? 'postgres' : 'sqlite'

  test('is nobody’s to read but its owner’s, as the database', async () => {
    const restored = `${inject('folder')}/${newId()}.sqlite`
    made.push(restored)
    const copy = newFile()
    copyFileSync(file, copy)
    chmodSync(copy, 0o644)
    await restore(copy, `file:${restored}`)
    const fresh = (await freshDatabase('sqlite', false)).slice('file:'.length)
    await migrate(`file:${fresh}`)
    for (const one of [file, restored, fresh]) expect(statSync(one).mode & 0o077, one).toBe(0)
    await expect(backup(url, `${copy}-no/file`)).rejects.toThrow(`There is no folder ${copy}-no.`)
  })

  test(`is restored on ${to} row for row, and the doctor finds no fault`, async () => {
    const target = await freshDatabase(to, false)
    const { manifest, lacksSearch } = await restore(file, target)
    const again = newFile()
    expect(differences(manifest, (await backup(target, again)).manifest)).toEqual([])
    const db = openDatabase(target)
    if (lacksSearch) await rebuildSearch(db)
    expect((await examine(db, { repairs: false, step() {} })).filter(({ ok }) => !ok)).toEqual([])
    await db.destroy()
  })

  test('takes what was answered before it began, while others go on writing', async () => {
    const db = openDatabase(url)
    const handle = `before-${newId()}`
    await addWithoutPassword(db, handle)
    let isWriting = true
    const writing = (async () => {
      for (let n = 0; isWriting; n++) await addWithoutPassword(db, `w${n}-${newId()}`)
    })()
    const beside = newFile()
    await backup(url, beside)
    isWriting = false
    await writing
    await db.destroy()
    const copy = new Sqlite(beside, { readonly: true })
    expect(copy.prepare('select 1 from members where handle = ?').get(handle)).toBeDefined()
    copy.close()
  })
})

describe('A restore', () => {
  let file: string
  beforeAll(async () => {
    file = newFile()
    await backup(await demoDatabase('sqlite'), file)
  })

  test('sets aside the SQLite file that stood there, and refuses one that is open', async () => {
    const target = await freshDatabase('sqlite')
    const db = openDatabase(target)
    await addWithoutPassword(db, 'old')
    await expect(restore(file, target)).rejects.toThrow('stop the server first')
    await db.destroy()
    const { aside } = await restore(file, target)
    const old = new Sqlite(aside ?? '', { readonly: true })
    expect(old.prepare('select handle from members').pluck().all()).toEqual(['old'])
    old.close()
  })

  test('refuses a PostgreSQL database that somebody lives in', async () => {
    const target = await freshDatabase('postgres')
    const db = openDatabase(target)
    await addWithoutPassword(db, 'old')
    await db.destroy()
    await expect(restore(file, target)).rejects.toThrow('name an empty one')
  })

  test('refuses a file that was changed, cut short or never a backup, and touches nothing', async () => {
    const target = await freshDatabase('sqlite', false)
    const [changed, cut, other] = [newFile(), newFile(), newFile()]
    copyFileSync(file, changed)
    const database = new Sqlite(changed)
    database.exec(`update comments set body = 'x' where id = (select min(id) from comments)`)
    database.close()
    copyFileSync(file, cut)
    truncateSync(cut, 500_000)
    copyFileSync(new URL('../../package.json', import.meta.url), other)
    await expect(restore(changed, target)).rejects.toThrow('comments differ')
    await expect(restore(cut, target)).rejects.toThrow(/damaged|cannot be read|differ/)
    await expect(restore(other, target)).rejects.toThrow('cannot be read as a backup')
    await expect(restore(`${file}.none`, target)).rejects.toThrow('There is no file')
    for (const end of ['', '.part']) expect(existsSync(target.replace('file:', '') + end)).toBe(false)
  })

  test('and a backup leave no half of a file behind', async () => {
    await expect(backup('file:/nowhere/there.sqlite', newFile())).rejects.toThrow()
    await expect(backup(await freshDatabase('sqlite'), file)).rejects.toThrow('is there already')
    expect(made.filter((one) => existsSync(`${one}.part`))).toEqual([])
  })
})
