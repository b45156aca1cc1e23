import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { importBallotsOf } from '#app/cli/import-ballots.ts'
import { importGraphOf } from '#app/cli/import-graph.ts'
import { newId } from '#app/lib/ids.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { freshDatabase } from '#tests/support/engines.ts'

let db: Db
beforeAll(async () => {
  db = openDatabase(await freshDatabase('sqlite'))
})
afterAll(() => db.destroy())

/** A folder whose files are what is given; `->` before a path makes a link of one. */
function folderOf(files: Record<string, string>): string {
  const folder = `${inject('folder')}/${newId()}`
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) {
    if (text.startsWith('->')) symlinkSync(text.slice(2), join(folder, name))
    else writeFileSync(join(folder, name), text)
  }
  return folder
}

const secret = () =>
  join(folderOf({ 'secret.csv': 'id,kind,name,definition\n1,concept,password,hunter2\n' }), 'secret.csv')
const edges = 'from,to,relation,why\n'

test('A folder whose files are links to others is refused: what lies elsewhere is not brought', async () => {
  const graph = folderOf({ 'nodes.csv': `->${secret()}`, 'edges.csv': edges })
  await expect(importGraphOf(db, graph, undefined)).rejects.toMatchObject({
    message: expect.stringContaining('a link'),
  })
  const polis = folderOf({ 'comments.csv': `->${secret()}`, 'votes.csv': 'timestamp,comment-id,voter-id,vote\n' })
  await expect(importBallotsOf(db, polis, undefined)).rejects.toMatchObject({
    message: expect.stringContaining('a link'),
  })
  expect(await db.selectFrom('concepts').select('id').execute()).toEqual([])
})

test('Names and ids in a graph that lead out of a folder are names and nothing else', async () => {
  const nodes =
    'id,kind,name,definition\n../../etc/passwd,concept,../../../etc/passwd,Read.\nb,concept,/etc/shadow,Read.\n'
  const graph = folderOf({ 'nodes.csv': nodes, 'edges.csv': `${edges}../../etc/passwd,b,supports,It does.\n` })
  expect(await importGraphOf(db, graph, undefined)).toMatchObject({ created: 3, refused: [] })
  const concepts = await db.selectFrom('concepts').select(['id', 'name', 'definition']).orderBy('name').execute()
  expect(concepts.map(({ name, definition }) => [name, definition])).toEqual([
    ['../../../etc/passwd', 'Read.'],
    ['/etc/shadow', 'Read.'],
  ])
  for (const { id } of concepts) expect(id).toMatch(/^[0-9a-z]{18}$/)
})
