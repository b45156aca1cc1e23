import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import type { NodeVectorRow } from '#db/tables.ts'
import type { Embedding } from './run.ts'
import type { NodeText } from './texts.queries.server.ts'
import { selectVectors } from './vectors.queries.server.ts'

const atOnce = 64
const patienceMs = 60_000
// What a text says of itself stands at its beginning, and models read no more.
const mostRead = 8000

interface Embedded {
  vectors: Float32Array[]
  /** Those that were not kept yet. */
  made: NodeVectorRow[]
}

/** A vector of length 1 for each text: as it is kept, where the text is what it was, else asked for. */
export async function embedded(db: Db, texts: readonly NodeText[], by: Embedding): Promise<Embedded> {
  const kept = new Map(
    (await selectVectors(db, by.model)).map((row) => [`${row.kind} ${row.id} ${row.text_hash}`, row]),
  )
  const hashed = texts.map((node) => ({ ...node, hash: sha256(node.text) }))
  const missing = hashed.filter(({ kind, id, hash }) => !kept.has(`${kind} ${id} ${hash}`))
  const made: NodeVectorRow[] = []
  for (let from = 0; from < missing.length; from += atOnce) {
    const batch = missing.slice(from, from + atOnce)
    const vectors = await ask(
      by,
      batch.map(({ text }) => text.slice(0, mostRead)),
    )
    for (const [n, { kind, id, hash }] of batch.entries()) {
      const row = { kind, id, model: by.model, text_hash: hash, vector: bytesOf(vectors[n] as number[]) }
      made.push(row)
      kept.set(`${kind} ${id} ${hash}`, row)
    }
  }
  const vectors = hashed.map(({ kind, id, hash }) =>
    vectorOf((kept.get(`${kind} ${id} ${hash}`) as NodeVectorRow).vector),
  )
  return { vectors, made }
}

async function ask({ url, model, key }: Embedding, input: string[]): Promise<number[][]> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model, input }),
    signal: AbortSignal.timeout(patienceMs),
  })
  if (!answer.ok) throw new Error(`The endpoint for embeddings answers ${answer.status}.`)
  const { data } = (await answer.json()) as { data?: { index: number; embedding: number[] }[] }
  const vectors = data?.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding) ?? []
  const [length = 0] = vectors.map((one) => one.length)
  if (vectors.length !== input.length || length === 0 || vectors.some((one) => one.length !== length))
    throw new Error('The endpoint for embeddings answers with no vector for each text.')
  return vectors
}

function bytesOf(vector: number[]): Buffer {
  const length = Math.hypot(...vector) || 1
  return Buffer.from(Float32Array.from(vector, (value) => value / length).buffer)
}

/** Copied, since a buffer's bytes may begin where no float may. */
const vectorOf = (bytes: Buffer) => new Float32Array(new Uint8Array(bytes).buffer)
