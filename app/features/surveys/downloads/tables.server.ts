import type { Member } from '#app/features/accounts/member.ts'
import { stateOf } from '#app/features/labels/labelling.ts'
import { type CellValue, csvLine } from '#app/lib/csv.ts'
import type { Db } from '#db/open.ts'
import type { Series, Spread } from '../shares.ts'
import { type LabellingFound, labelledIn, transcriptsOf, turnsIn } from './walk.server.ts'

interface Given {
  db: Db
  slug: string
  member: Member | null
}

/** A table piece by piece, its head first. */
export type Table = (given: Given) => AsyncGenerator<string>

const table = (head: string[], rowsIn: (given: Given) => AsyncGenerator<CellValue[][]>): Table =>
  async function* (given) {
    yield csvLine(head)
    for await (const rows of rowsIn(given)) if (rows.length > 0) yield rows.map(csvLine).join('')
  }

const transcripts = table(
  ['id', 'position', 'title', 'model', 'condition', 'source', 'licence', 'completeness', 'turns', 'excerpts'],
  async function* ({ db, slug }) {
    for await (const rows of transcriptsOf(db, slug))
      yield rows.map((row) => [
        ...[row.id, row.position, row.title, row.model, row.condition, row.source, row.licence, row.completeness],
        ...[row.turn_count, row.excerpt_count],
      ])
  },
)

const turns = table(['transcript', 'index', 'role', 'speaker', 'text'], async function* ({ db, slug }) {
  for await (const rows of transcriptsOf(db, slug))
    for (const row of rows) {
      let index = 0
      for await (const some of turnsIn(db, row))
        yield some.map(({ role, speaker, text }) => [row.id, index++, role, speaker, text])
    }
})

const scores = table(['transcript', 'score', 'value'], async function* ({ db, slug }) {
  for await (const rows of transcriptsOf(db, slug))
    yield rows.flatMap((row) =>
      Object.entries<CellValue>(JSON.parse(row.scores)).map(([name, value]) => [row.id, name, value]),
    )
})

const excerpts = table(
  ['id', 'transcript', 'start_turn', 'start_offset', 'end_turn', 'end_offset', 'whole', 'exact'],
  async function* ({ db, slug }) {
    for await (const { excerpts: rows } of labelledIn(db, slug, null))
      yield rows.map((row) => [
        ...[row.id, row.transcript_id, row.start_turn, row.start_offset, row.end_turn, row.end_offset],
        ...[row.whole === 1, row.exact],
      ])
  },
)

const labels = table(
  ['excerpt', 'label', 'name', 'given', 'agree', 'disagree', 'unsure', 'placing_agree', 'placing_disagree', 'state'],
  async function* ({ db, slug, member }) {
    for await (const { labellings } of labelledIn(db, slug, member))
      yield labellings.map((row) => [
        ...[row.excerpt_id, row.label_id, row.name, row.given === 1, row.agree, row.disagree, row.unsure],
        ...[row.placing_agree, row.placing_disagree, stateIn(row)],
      ])
  },
)

export const stateIn = ({ agree, disagree, placing_agree, placing_disagree }: LabellingFound) =>
  stateOf({ agree, disagree, placingAgree: placing_agree, placingDisagree: placing_disagree })

const machines = table(['excerpt', 'label', 'name', 'classifier', 'score'], async function* ({ db, slug, member }) {
  for await (const { machines: rows } of labelledIn(db, slug, member))
    yield rows.map((row) => [row.excerpt_id, row.label_id, row.name, row.classifier, row.score])
})

/** The tables that a collection is to be had as, by file. */
export const tables: Record<string, Table> = {
  'transcripts.csv': transcripts,
  'turns.csv': turns,
  'scores.csv': scores,
  'excerpts.csv': excerpts,
  'labels.csv': labels,
  'machines.csv': machines,
}

/** The numbers of the plots as they stand, a line a number. */
export function* sharesTable({ series, spreads }: { series: Series[]; spreads: Spread[] }): Generator<string> {
  yield csvLine(['kind', 'name', 'value', 'condition', 'yes', 'n', 'share', 'mean', 'low', 'high'])
  for (const { kind, name, value, cells } of series)
    for (const { condition, yes, n, share, low, high } of cells)
      yield csvLine([kind, name, value, condition, yes, n, share, null, low, high])
  for (const { name, cells } of spreads)
    for (const { condition, n, mean, interval } of cells)
      yield csvLine([
        ...['score', name, null, condition, null, n, null],
        ...[n === 0 ? null : mean, interval?.low ?? null, interval?.high ?? null],
      ])
}
