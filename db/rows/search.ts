export interface SearchEntryRow {
  number: number
  kind: 'post' | 'comment' | 'turn' | 'transcript' | 'claim' | 'framing' | 'label' | 'concept' | 'member'
  id: string
  place: number
  role: string | null
  member_id: string | null
  created_at: number
}

/** A view: what can be found, as it stands where it was written. */
export interface SearchSourceRow extends Omit<SearchEntryRow, 'number'> {
  title: string
  body: string
  heading: string
  html: string | null
}
