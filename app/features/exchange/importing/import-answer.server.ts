import * as v from 'valibot'
import { choices, type Import, type ImportLine, nameOf, recordsIn, states } from './import.ts'

const Refused = v.object({ file: v.string(), line: v.nullable(v.number()), reason: v.string() })

const lineFields = {
  id: v.string(),
  state: v.picklist(states),
  files: v.array(v.object({ name: v.string(), size: v.number() })),
  createdAt: v.string(),
}

/** As a list gives it. */
export const ImportLineAnswer = v.object({
  ...lineFields,
  created: v.number(),
  existing: v.number(),
  refusedCount: v.number(),
})

export const ImportAnswer = v.object({
  ...ImportLineAnswer.entries,
  format: v.picklist(choices),
  collection: v.nullable(v.string()),
  classifier: v.nullable(v.string()),
  total: v.pipe(v.nullable(v.number()), v.description('Records in the files; null before they were looked at.')),
  refused: v.pipe(v.array(Refused), v.description('The first 1,000. `line` counts from 1; null is the whole file.')),
  ids: v.pipe(v.array(v.string()), v.description('Of what was created or there; when it is done.')),
  failure: v.nullable(v.string()),
  startedAt: v.nullable(v.string()),
  endedAt: v.nullable(v.string()),
})

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

export function importLineAnswer({ id, state, files, counts, createdAt }: ImportLine) {
  const { created = 0, existing = 0, refused = 0 } = counts ?? {}
  const named = files.map((file) => ({ ...file, name: nameOf(file) }))
  const at = new Date(createdAt).toISOString()
  return { id, state, files: named, createdAt: at, created, existing, refusedCount: refused }
}

export function importAnswer(one: Import): v.InferOutput<typeof ImportAnswer> {
  const { report, preview, format, collection, classifier, failure } = one
  const total = preview && recordsIn(preview)
  const { created = 0, existing = 0, refusedCount = 0, refused = [], ids = [] } = report ?? {}
  const counts = { created, existing, refused: refusedCount }
  return {
    ...importLineAnswer({ ...one, counts }),
    ...{ format, total, refused, ids, failure },
    collection: collection || null,
    classifier: classifier || null,
    startedAt: iso(one.startedAt),
    endedAt: iso(one.endedAt),
  }
}
