import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { newClient, startSite } from '#tests/support/site.ts'
import { anHour, roundsOf } from './rounds.ts'

const { isLong, say } = roundsOf(1, 1)

/** A disk of so many megabytes, where whoever runs this may mount one. */
function smallDisk(megabytes: number) {
  const folder = mkdtempSync(`${inject('folder')}/disk-`)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) return undefined
  return { folder, remove: () => spawnSync('umount', ['-l', folder]) }
}

const freeOn = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

test(
  'A site whose disk is really full says so, is read on, and has all that it acknowledged once there is room',
  anHour,
  async ({ skip }) => {
    const disk = smallDisk(isLong ? 48 : 16)
    if (!disk) {
      say('skipped: no small disk can be mounted here')
      return skip('no small disk can be mounted here')
    }
    try {
      const file = join(disk.folder, 'site.sqlite')
      copyFileSync(`${inject('folder')}/template.sqlite`, file)
      const site = await startSite('sqlite', `file:${file}`)
      const client = await newClient(site, 'Wren')
      const post = (await client.call('POST', '/posts', { title: 'A post', body: 'Words.' })).body.id
      const write = (n: number) =>
        client.call('POST', `/threads/post/${post}/comments`, { body: `${n} ${'word '.repeat(4000)}` })
      const ballast = join(disk.folder, 'ballast')
      writeFileSync(ballast, Buffer.alloc(Math.max(0, freeOn(disk.folder) - 3_000_000)))
      const kept: string[] = []
      let refused = 0
      for (let n = 0; refused < 5 && n < 2000; n++) {
        const answer = await write(n)
        if (answer.status === 201) kept.push(answer.body.id)
        else refused++
        if (answer.status !== 201)
          expect([answer.status, answer.body.detail]).toEqual([503, expect.stringMatching(/disk is full/)])
      }
      expect(refused).toBe(5)
      expect((await fetch(`${site.address}/posts/${post}`)).status).toBe(200)
      expect((await fetch(`${site.address}/readyz`)).status).toBe(503)
      rmSync(ballast)
      expect((await write(-1)).status).toBe(201)
      expect((await fetch(`${site.address}/readyz`)).status).toBe(200)
      const rows = await site.db.selectFrom('comments').select('id').execute()
      const there = new Set(rows.map(({ id }) => id))
      expect(kept.filter((id) => !there.has(id))).toEqual([])
      expect((await examine(site.db)).filter(({ ok }) => !ok)).toEqual([])
      await site.stop()
      say(
        `${kept.length} comments acknowledged before the disk was full, 5 refused, none lost; the doctor finds nothing`,
      )
    } finally {
      disk.remove()
    }
  },
)
