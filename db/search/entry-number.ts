/** Kinds of what can be found. On SQLite the lowest four bits of an entry's number are the place of its kind here, so that the index of words tells it by itself; a new kind comes last. */
const kinds = ['post', 'comment', 'turn', 'transcript', 'claim', 'framing', 'label', 'concept', 'member']

/** SQL of the kind that an entry with this number has. */
export const kindOfNumber = (number: string) =>
  `case ${number} & 15 ${kinds.map((kind, place) => `when ${place} then '${kind}'`).join(' ')} end`

// SQLite notes the highest number that was ever given, but only when a statement is over, which may have made entries before.
const given = `select seq as number from sqlite_sequence where name = 'search_entries' union all select max(number) from search_entries`

/** SQL of the numbers of new entries, in a select of what has a `kind`: each above all that were given. */
export const nextNumber = `((select coalesce(max(number), 0) from (${given})) | 15) - 15 + 16 * row_number() over ()
  + case kind ${kinds.map((kind, place) => `when '${kind}' then ${place}`).join(' ')} end`
