import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Commits } from '#db/sqlite/commits.ts'
import { StatementCache } from '#db/sqlite/statement-cache.ts'

describe('Transactions that end together', () => {
  let folder: string
  let writer: Sqlite.Database
  let reader: Sqlite.Database
  let commits: Commits

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parallax-commits-'))
    writer = new Sqlite(join(folder, 'x.sqlite'))
    writer.pragma('journal_mode = wal')
    writer.exec('create table words (word text primary key, after text references words (word))')
    reader = new Sqlite(join(folder, 'x.sqlite'), { readonly: true })
    commits = new Commits(new StatementCache(writer), () => {})
  })

  afterEach(() => {
    reader.close()
    writer.close()
    rmSync(folder, { recursive: true })
  })

  const seen = () => reader.prepare('select word from words order by word').pluck().all()
  const put = (word: string, after: string | null = null) =>
    writer.prepare('insert into words values (?, ?)').run(word, after)

  async function write(word: string, after?: string) {
    const turn = await commits.begin()
    put(word, after)
    return commits.end(turn)
  }

  test('reach the disk by one commit, and each is told when it is there', async () => {
    const version = () => reader.pragma('data_version', { simple: true })
    const before = version()
    const told: string[] = []
    const all = ['a', 'b', 'c'].map((word) => write(word).then(() => told.push(`${word} of ${seen()}`)))
    await Promise.resolve()
    expect([seen(), version()]).toEqual([[], before])
    await Promise.all(all)
    expect(told).toEqual(['a of a,b,c', 'b of a,b,c', 'c of a,b,c'])
  })

  test('lose nothing by one among them that fails', async () => {
    const failing = async () => {
      const turn = await commits.begin()
      put('failing')
      await commits.undo(turn)
    }
    await Promise.all([write('a'), failing(), write('b'), failing()])
    expect(seen()).toEqual(['a', 'b'])
  })

  test('let nobody be refused for what is not on the disk yet', async () => {
    const refused = async () => {
      const turn = await commits.begin()
      expect(() => put('a')).toThrow('UNIQUE')
      await commits.undo(turn)
      return seen()
    }
    expect((await Promise.all([write('a'), refused()]))[1]).toEqual(['a'])
  })

  test('are all told when the commit fails, and the next one is kept', async () => {
    writer.pragma('foreign_keys = on')
    const refused = async () => {
      const turn = await commits.begin()
      writer.pragma('defer_foreign_keys = on')
      put('b', 'nowhere')
      return commits.end(turn)
    }
    const both = await Promise.allSettled([write('a'), refused()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await write('c')
    expect(seen()).toEqual(['c'])
  })

  test('are all told when the engine rolls back what is open, as it does on a full disk', async () => {
    const tornDown = async () => {
      const turn = await commits.begin()
      writer.exec('rollback')
      await commits.undo(turn)
    }
    const [first] = await Promise.allSettled([write('a'), tornDown()])
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_ABORT_ROLLBACK' } })
    await write('b')
    expect(seen()).toEqual(['b'])
  })
})
