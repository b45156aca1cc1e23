import { expect, test } from 'vitest'
import type { Db } from '#db/open.ts'
import { prepared, preparedFirst, preparedWrite } from '#db/prepared.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

interface Row {
  kind: string
  id: string
  version: number
}

let builds = 0

const insert = preparedWrite((tx: Db, rows: readonly Row[]) =>
  tx
    .insertInto('versions')
    .values(rows)
    .onConflict((c) => c.columns(['kind', 'id']).doNothing()),
)

const among = prepared((db: Db, kind: string | null, ids: readonly string[]) => {
  builds++
  const all = db.selectFrom('versions').select('id').where('id', 'in', ids).orderBy('id')
  return kind === null ? all : all.where('kind', '=', kind)
})

const within = prepared((db: Db, scope: { kind: string } | { ids: readonly string[] }) => {
  const all = db.selectFrom('versions').select('id').orderBy('id')
  return 'ids' in scope ? all.where('id', 'in', scope.ids) : all.where('kind', '=', scope.kind)
})

const first = preparedFirst((db: Db, { kind, id }: Pick<Row, 'kind' | 'id'>) =>
  db.selectFrom('versions').selectAll().where('kind', '=', kind).where('id', '=', id),
)

describeOnBothEngines('A query that is built once', (open) => {
  test('answers what it is asked with, each time', async () => {
    const put = (rows: Row[]) => inTransaction(open(), (tx) => insert(tx, rows))
    expect(await put([{ kind: 'built', id: 'a', version: 1 }])).toBe(1)
    const two = [
      { kind: 'built', id: 'a', version: 5 },
      { kind: 'built', id: 'b', version: 2 },
    ]
    expect(await put(two)).toBe(1)
    expect(await first(open(), { kind: 'built', id: 'a' })).toEqual({ kind: 'built', id: 'a', version: 1 })
    expect(await first(open(), { id: 'b', kind: 'built' })).toMatchObject({ version: 2 })
    expect(await first(open(), { kind: 'built', id: 'c' })).toBeUndefined()
  })

  test('is built anew for lists of another length, and where an argument is null', async () => {
    await inTransaction(open(), (tx) => insert(tx, [{ kind: 'listed', id: 'x', version: 1 }]))
    const before = builds
    expect(await among(open(), 'listed', ['x'])).toEqual([{ id: 'x' }])
    expect(await among(open(), 'other', ['x'])).toEqual([])
    expect(await among(open(), null, ['x'])).toEqual([{ id: 'x' }])
    expect(await among(open(), 'listed', ['x', 'y'])).toEqual([{ id: 'x' }])
    expect(await among(open(), 'listed', ['y', 'x'])).toEqual([{ id: 'x' }])
    expect(builds - before).toBe(3)
  })
  test('is built anew for other properties, and for lists of another length in them', async () => {
    const rows = ['p', 'q', 'r'].map((id) => ({ kind: 'within', id, version: 1 }))
    await inTransaction(open(), (tx) => insert(tx, rows))
    expect(await within(open(), { ids: ['p'] })).toHaveLength(1)
    expect(await within(open(), { ids: ['p', 'q', 'r'] })).toHaveLength(3)
    expect(await within(open(), { ids: ['r', 'q'] })).toHaveLength(2)
    expect(await within(open(), { kind: 'within' })).toHaveLength(3)
  })
})
