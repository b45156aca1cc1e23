import { expect, test } from 'vitest'
import { fileWith, runCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'

test('a database that cannot be reached is said in a line, without a trace', async () => {
  const urls = [
    'postgres://127.0.0.1:1/nothing',
    'postgres://nothing.invalid/nothing',
    `file:${fileWith('no database', '.sqlite')}`,
  ]
  const ran = await Promise.all(urls.map((url) => runCommand(url, 'member', 'list')))
  for (const [n, { status, stdout, stderr }] of ran.entries()) {
    const url = urls[n]
    expect([status, stdout], url).toEqual([1, ''])
    expect(stderr.trim().split('\n'), url).toHaveLength(1)
    expect(stderr, url).toContain('Could not go on: ')
  }
})

test('every command refuses an address of a database that nobody can read, by its name, without a trace', async () => {
  const commands = [
    ['serve'],
    ['member', 'list'],
    ['migrate'],
    ['migrate', 'status'],
    ['doctor'],
    ['backup', 'x.backup'],
  ]
  const ran = await Promise.all(commands.map((args) => runCommand('postgres://u:p@h:notaport/db', ...args)))
  const takes = 'DATABASE_URL takes file:path or postgres://user:password@host/database.\n'
  for (const [n, one] of ran.entries())
    expect(one, commands[n]?.join(' ')).toEqual({ status: 1, stdout: '', stderr: takes })
})

test('migrate status prints one JSON document when asked to', async () => {
  const { status, stdout } = await runCommand(await freshDatabase('sqlite'), 'migrate', 'status', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout).migrations[0]).toMatchObject({ name: '0001_accounts', ranAt: expect.any(String) })
})
