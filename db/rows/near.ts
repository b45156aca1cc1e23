import type { NodeKind } from './relations.ts'

export interface NearNodeRow {
  kind: NodeKind
  id: string
  /** JSON */
  nearest: string
}

export interface NearRunRow {
  id: number
  texts: string
  how: 'words' | 'meaning'
  model: string
  nodes: number
  computed_at: number
}

export interface NodeVectorRow {
  kind: NodeKind
  id: string
  model: string
  text_hash: string
  vector: Buffer
}

export interface NearDismissalRow {
  one_kind: NodeKind
  one_id: string
  other_kind: NodeKind
  other_id: string
  member_id: string
  dismissed_at: number
}
