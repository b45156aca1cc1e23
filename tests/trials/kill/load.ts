import { pick } from '../rounds.ts'
import type { Ledger } from './ledger.ts'
import type { Place, Writer } from './place.ts'

const mostImports = 40

/** Of transcripts that one file of an import brings: enough to be killed in the midst of them. */
export const perImport = 300

export interface Load {
  address: string
  place: Place
  ledger: Ledger
  random: () => number
}

interface Sent {
  status: number
  body: { id: string }
}

/** Asks; nothing where the server went away meanwhile. */
async function send(load: Load, writer: Writer, method: string, path: string, body?: unknown, more = {}) {
  const isFile = typeof body === 'string'
  try {
    const answer = await fetch(`${load.address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${writer.token}`,
        'content-type': isFile ? 'application/x-ndjson' : 'application/json',
        ...more,
      },
      body: isFile ? body : JSON.stringify(body),
    })
    const text = await answer.text()
    // Imports that a killed server held are held on for a while, and nobody may have many that are not finished.
    const isRefused = answer.status === 503 || (answer.status === 409 && isFile)
    if (answer.status >= 400 && !isRefused) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return isRefused ? undefined : ({ status: answer.status, body: JSON.parse(text) } as Sent)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Write = (load: Load, writer: Writer) => Promise<unknown>

const isSent = async (sent: Promise<Sent | undefined>) => (await sent) !== undefined

/** Sets or takes back what a member says in a place. */
function saying(
  keyOf: (load: Load, writer: Writer) => string,
  pathOf: (place: Place) => string,
  values: object,
): Write {
  return (load, writer) => {
    const said = pick(load.random, [...Object.entries(values), null])
    const [value, body] = said ?? [null, undefined]
    const method = said ? 'PUT' : 'DELETE'
    return load.ledger.saying(keyOf(load, writer), value, () =>
      isSent(send(load, writer, method, pathOf(load.place), body)),
    )
  }
}

const ofCell = ({ claim }: Place) => `${claim.standpoints[1]}/${claim.framings[0]}`
const verdicts = ['fits', 'partly', 'misfits', 'unsure']

const writes: Write[] = [
  saying(
    ({ place }, { member }) => `approval ${member.id} ${place.post}`,
    ({ post }) => `/votes/post/${post}/approval`,
    { 1: { value: 1 }, '-1': { value: -1 } },
  ),
  saying(
    ({ place }, { member }) => `ballot ${member.id} ${ofCell(place).replace('/', ' ')}`,
    (place) => `/claims/${place.claim.id}/ballots/${ofCell(place)}`,
    Object.fromEntries(verdicts.map((verdict) => [verdict, { verdict }])),
  ),
  saying(
    ({ place }, { member }) => `label ${member.id} ${place.excerpt}`,
    ({ excerpt, label }) => `/excerpts/${excerpt}/labels/${label}/vote`,
    Object.fromEntries(['agree', 'disagree', 'unsure'].map((value) => [value, { value }])),
  ),
  comment,
  comment,
  bring,
]

async function comment(load: Load, writer: Writer) {
  const { ledger, place } = load
  const words = `Comment ${ledger.comments.size} of ${writer.member.handle}.`
  ledger.comments.set(words, { writer: place.writers.indexOf(writer) })
  await post(load, words)
}

/** The same words with the same key are one comment, however often they are sent. */
async function post(load: Load, words: string) {
  const { ledger, place } = load
  const noted = ledger.comments.get(words) as { writer: number; id?: string }
  const writer = place.writers[noted.writer] as Writer
  const once = { 'idempotency-key': words.replace(/\W/g, '-') }
  const sent = await send(load, writer, 'POST', `/threads/post/${place.post}/comments`, { body: words }, once)
  if (!sent) return
  noted.id = sent.body.id
  ledger.acknowledged++
}

/** Few imports wait at a time. */
async function bring(load: Load, writer: Writer) {
  if (load.random() < 0.03 && load.ledger.imports.size < mostImports) await sendImport(load, writer)
}

/** Brings a file whose transcripts go into a collection of their own. */
export async function sendImport(load: Load, writer: Writer) {
  const { ledger, random } = load
  const collection = `brought-${Math.floor(random() * 1e12)}`
  const lines = Array.from({ length: perImport }, (_, n) =>
    JSON.stringify({ messages: [{ role: 'user', content: `Talk ${n} of ${writer.member.handle}, ${collection}` }] }),
  )
  const sent = await send(load, writer, 'POST', `/imports?name=talks.jsonl&collection=${collection}`, lines.join('\n'))
  if (!sent) return
  ledger.imports.set(sent.body.id, collection)
  ledger.acknowledged++
}

/** Everybody writes, one thing after the other, until told to stop. */
export function startLoad(load: Load): { stop(): Promise<void> } {
  let isStopped = false
  const each = load.place.writers.map(async (writer) => {
    while (!isStopped) await pick(load.random, writes)(load, writer)
  })
  return {
    async stop() {
      isStopped = true
      await Promise.all(each)
    },
  }
}

/** Sends again what was not answered. */
export async function sendAgain(load: Load) {
  for (const [words, { id }] of load.ledger.comments) if (id === undefined) await post(load, words)
}
