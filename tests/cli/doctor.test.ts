import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { newCase } from '#tests/support/claims.ts'
import { runCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'

test('doctor says what is wrong and ends with 1; with --repair it sets it right and ends with 0', async () => {
  const url = await freshDatabase('sqlite')
  const db = openDatabase(url)
  const { claim, author } = await newCase(db)
  const [standpointId, framingId] = [claim.standpoints[0]?.id ?? '', claim.framings[0]?.id ?? '']
  await castBallot(db, author, { claimId: claim.id, standpointId, framingId }, 'fits')
  await inTransaction(db, (tx) => sql`update tallies set fits = 8`.execute(tx))
  await db.destroy()
  const sick = await runCommand(url, 'doctor', '--json')
  expect(sick.status).toBe(1)
  expect(sick.stderr).toContain('tallies')
  const { ok, checks } = JSON.parse(sick.stdout)
  expect(ok).toBe(false)
  expect(checks.find(({ name }: { name: string }) => name === 'tallies')).toMatchObject({ ok: false, found: 1 })
  expect(checks.find(({ name }: { name: string }) => name === 'anchors')).toMatchObject({ ok: true, found: 0 })
  const mended = await runCommand(url, 'doctor', '--repair')
  expect([mended.status, mended.stderr]).toEqual([0, ''])
  expect(mended.stdout).toContain('tallies, 1 set right')
  expect(JSON.parse((await runCommand(url, 'doctor', '--json')).stdout).ok).toBe(true)
})
