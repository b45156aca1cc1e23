import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const file = new URL('../../app/lib/give-way.server.ts', import.meta.url).href
const inThread = `import('${file}').then(({ giveWay }) => {
  giveWay()
  require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority())
})`

test.skipIf(process.platform !== 'linux')('a thread that gives way is the only one to', async () => {
  const before = getPriority()
  const worker = new Worker(inThread, { eval: true })
  const priority = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  expect(priority).toBeGreaterThan(before)
  expect(getPriority()).toBe(before)
})
