import type { NodeKind } from '../node.ts'

export type How = 'words' | 'meaning'

/** What was computed of all texts together. */
export interface NearRun {
  texts: string
  how: How
  /** Of a run by meaning. */
  model: string
  nodes: { kind: NodeKind; id: string; nearest: Scored[] }[]
}

export interface Scored {
  kind: NodeKind
  id: string
  score: number
}

/** An endpoint that makes vectors of texts, as EMBEDDINGS_URL names it. */
export interface Embedding {
  url: string
  model: string
  key: string
}

const usualModel = 'text-embedding-3-small'

/** The endpoint of an address: `?model=` names the model, the password is the key, and neither is sent as part of the address. */
export function embeddingOf(address: string): Embedding {
  const url = new URL(address)
  const model = url.searchParams.get('model') ?? usualModel
  const key = decodeURIComponent(url.password)
  url.searchParams.delete('model')
  url.username = ''
  url.password = ''
  return { url: url.href, model, key }
}
