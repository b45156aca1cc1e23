import { expect, inject, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { openDatabase } from '#db/open.ts'
import { runCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'

test('backup makes a file once, and restore puts it where there was nothing', async () => {
  const url = await freshDatabase('sqlite')
  const db = openDatabase(url)
  await addWithoutPassword(db, 'ada')
  await db.destroy()
  const file = `${inject('folder')}/${newId()}.backup`
  const made = await runCommand(url, 'backup', file, '--json')
  expect(made).toMatchObject({ status: 0, stderr: '' })
  const { rows, tables } = JSON.parse(made.stdout)
  expect(await runCommand(url, 'backup', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('already') })
  const target = await freshDatabase('sqlite', false)
  const restored = await runCommand(target, 'restore', file, '--json')
  expect(JSON.parse(restored.stdout)).toEqual({ tables, rows, aside: null, wrong: [] })
  const there = openDatabase(target)
  expect(await there.selectFrom('members').select('handle').execute()).toEqual([{ handle: 'ada' }])
  await there.destroy()
})
