import type { Tables } from '#db/tables.ts'

/** How a value is written: text and numbers as they are, times in ISO 8601, flags as true and false, JSON as what it says, `words` without the HTML that is made of them. */
export type Kind = 'text' | 'number' | 'time' | 'flag' | 'json' | 'words'

/** A column that may be null has a question mark. */
export type Column = Kind | `${Kind}?`

/** What an export has of one table, and so what everybody may read of it. */
export interface Exported {
  /** Of the file, without its ending. */
  name: string
  /** What one line is. */
  says: string
  table: keyof Tables
  /** What SQL reads from, where that is more than the table. */
  from?: string
  /** Of which rows, in SQL. */
  where?: string
  /** Tells the rows apart, and is their order; parents come before what refers to them. */
  key: readonly string[]
  columns: Record<string, Column>
  /** What stands in a column in place of it, in SQL. */
  shown?: Record<string, string>
  /** What a column may hold, where that is one of a few. */
  oneOf?: Record<string, readonly string[]>
  /** Columns that refer to rows further down, which are put in once those are there. */
  later?: readonly string[]
  /** HTML that is made, once all names are there, of the column that is named. */
  html?: Record<string, string>
  /** Of a collection alone: which rows, in SQL; where it is not said there are none. */
  ofCollection?: string
  /** Why these columns are left out: nobody may read them, or they follow from others. */
  without: Record<string, string>
}

/** Not in an export, and why. */
export type LeftOut = Partial<Record<keyof Tables, string>>

export const fieldOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
export const kindOf = (column: Column) => column.replace('?', '') as Kind
export const mayLack = (column: Column) => column.endsWith('?')

export const isOpenPost = (id: string) =>
  `exists (select 1 from posts as open_post where open_post.id = ${id} and open_post.published_at is not null)`
export const isThere = (kind: string, id: string) => `(${kind} <> 'post' or ${isOpenPost(id)})`

/** Of a post or comment that is neither private nor deleted. */
export const isSaid = (kind: string, id: string) =>
  `((${kind} = 'post' and exists (select 1 from posts as said_post where said_post.id = ${id}
      and said_post.published_at is not null and said_post.deleted_at is null))
    or (${kind} = 'comment' and exists (select 1 from comments as said where said.id = ${id}
      and said.deleted_at is null and ${isThere('said.subject_kind', 'said.subject_id')})))`

/** Of a transcript that is in the collection; its id takes the place of the question mark. */
export const inCollection = (transcriptId: string) =>
  `${transcriptId} in (select chosen.transcript_id from collection_transcripts as chosen where chosen.collection_id = ?)`
