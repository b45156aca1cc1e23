export type NodeKind = 'concept' | 'claim' | 'framing' | 'label' | 'collection'

export interface RelationKindRow {
  id: string
  name: string
  name_key: string
  inverse: string
  inverse_key: string
  symmetric: number
  acyclic: number
  changes: number
  member_id: string | null
  created_at: number
}

export interface NodeRow {
  kind: NodeKind
  id: string
  edges: number
}

interface Edge {
  relation_kind: string
  from_kind: NodeKind
  from_id: string
  to_kind: NodeKind
  to_id: string
  why: string
}

export interface RelationRow extends Edge {
  id: string
  member_id: string
  created_at: number
}

/** A view: a relation in words. */
export interface RelationLineRow {
  id: string
  title: string
  why: string
}

export interface RelationHistoryRow extends Edge {
  id: string
  relation_id: string
  said_by: string
  said_at: number
  change: 'edited' | 'withdrawn' | 'moved' | 'dropped'
  moved_from: string | null
  moved_into: string | null
  undone: number
  member_id: string
  changed_at: number
}
