import { startBrowser } from '#tests/support/chromium.ts'
import { load } from '../http/load.ts'
import { serve } from '../http/processes.ts'
import { type BenchRow, rowAgainst } from '../measure.ts'
import type { Part } from '../site.ts'
import { forumOf } from './forum-site.ts'

const rounds = 5
const [mostStart, mostMemory, mostBytes, mostRequests] = [2000, 400, 200, 12]

/** What a first visitor meets, each to what it may be at most. */
export const visiting: Part = {
  name: 'visiting',
  async *rows(comments) {
    const { url, postId } = await forumOf(comments)
    const page = `/posts/${postId}`
    yield rowAgainst('cold start to the first page, to 2 s', 'ms', await coldStarts(url, page), mostStart)
    const served = await serve(url)
    try {
      yield* await firstVisit(served.address + page)
      await load(served.address, (n) => [{ path: `${page}?n=${n}` }], { during: 3000 })
      yield rowAgainst(
        'memory of the server after that and 3 s of pages, to 400 MB',
        'MB',
        [served.memory()],
        mostMemory,
      )
    } finally {
      await served.stop()
    }
  },
}

async function coldStarts(url: string, page: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const served = await serve(url)
    await (await fetch(served.address + page)).arrayBuffer()
    times.push(performance.now() - began)
    await served.stop()
  }
  return times
}

/** What a browser with an empty cache fetches to show the page, as it comes over the wire. */
async function firstVisit(address: string): Promise<BenchRow[]> {
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const wire = await page.context().newCDPSession(page)
    const [sizes, asked]: [number[], string[]] = [[], []]
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
    wire.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url))
    await wire.send('Network.enable')
    await page.goto(address, { waitUntil: 'networkidle' })
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
    return [
      rowAgainst('first visit: bytes, to 200 kB', 'kB', [kilobytes], mostBytes),
      rowAgainst('first visit: requests, to 12', 'requests', [asked.length], mostRequests),
    ]
  } finally {
    await browser.close()
  }
}
