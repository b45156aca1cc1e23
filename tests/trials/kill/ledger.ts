import type { Db } from '#db/open.ts'

/** What one member says in one place, of which there is one at most: a vote, a ballot. */
export interface Said {
  /** As acknowledged last; null for nothing. */
  is: string | null
  /** Asked for, and not answered: it may be so or not. */
  maybe?: string | null
}

/** What was acknowledged, and what was asked for without an answer. */
export class Ledger {
  readonly said = new Map<string, Said>()
  /** By their words: the id, where it was answered. */
  readonly comments = new Map<string, { writer: number; id?: string }>()
  /** By their id: the collection that each brings its transcripts into. */
  readonly imports = new Map<string, string>()
  acknowledged = 0

  /** Notes what is asked for before it is, and what became of it. */
  async saying(key: string, wanted: string | null, send: () => Promise<boolean>) {
    const said = this.said.get(key) ?? { is: null }
    this.said.set(key, said)
    said.maybe = wanted
    if (!(await send())) return
    said.is = wanted
    delete said.maybe
    this.acknowledged++
  }

  /** What is lost or was never said. What was not answered counts from now on as it is found. */
  compareSaid(found: Map<string, string>): string[] {
    const wrong: string[] = []
    for (const [key, said] of this.said) {
      const is = found.get(key) ?? null
      const may = 'maybe' in said ? [said.is, said.maybe] : [said.is]
      if (!may.includes(is)) wrong.push(`${key} is ${is}, and was acknowledged as ${said.is}`)
      said.is = is
      delete said.maybe
    }
    return wrong
  }

  compareComments(found: readonly { id: string; body: string }[]): string[] {
    const ids = Map.groupBy(found, ({ body }) => body)
    return [...this.comments].flatMap(([body, { id }]) => {
      const there = ids.get(body) ?? []
      if (there.length > 1) return [`the comment “${body}” is there ${there.length} times`]
      return id !== undefined && there[0]?.id !== id ? [`the comment “${body}” was acknowledged and is not there`] : []
    })
  }
}

/** Everything that members say in one place each, as the database has it, by the keys of the ledger. */
export async function saidIn(db: Db): Promise<Map<string, string>> {
  const votes = await db.selectFrom('votes').select(['member_id', 'target_id', 'axis', 'value']).execute()
  const ballots = await db
    .selectFrom('ballots')
    .select(['member_id', 'standpoint_id', 'framing_id', 'verdict'])
    .execute()
  const labels = await db.selectFrom('label_votes').select(['member_id', 'excerpt_id', 'value']).execute()
  return new Map([
    ...votes.map((one) => [`${one.axis} ${one.member_id} ${one.target_id}`, String(one.value)] as const),
    ...ballots.map((one) => [`ballot ${one.member_id} ${one.standpoint_id} ${one.framing_id}`, one.verdict] as const),
    ...labels.map((one) => [`label ${one.member_id} ${one.excerpt_id}`, one.value] as const),
  ])
}
