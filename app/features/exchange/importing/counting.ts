import type { Turn } from '#app/features/transcripts/transcript.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { slice } from '#app/lib/text.ts'
import { isUnread, type Placed } from '../formats/placed.ts'
import type { GivenTranscript } from '../formats/read-transcripts.ts'
import type { GivenLabelVote } from '../formats/votes/read-label-votes.ts'
import type { Refused } from '../imports/import-report.ts'
import { mostNamed, mostRecords, type Preview, type ShownTranscript } from './import.ts'
import type { ReadFile } from './read-files.ts'

const mostShown = 3
const turnsShown = 4
const shownLength = 400

/** What files hold together, counted record by record; of the words only the first ones are kept. */
export class Counting {
  readonly files: Preview['files'] = []
  readonly hashes = new Set<string>()
  readonly shown: ShownTranscript[] = []
  readonly refused: Refused[] = []
  readonly labels = new Set<string>()
  readonly voters = new Set<string>()
  refusedCount = 0
  repeated = 0
  votes = 0
  blank = 0
  readonly #hashOf: (turns: Turn[]) => string

  constructor(hashOf: (turns: Turn[]) => string) {
    this.#hashOf = hashOf
  }

  refuse(refused: Refused) {
    this.refusedCount++
    if (this.refused.length < mostNamed) this.refused.push(refused)
  }

  /** Answers after each record, so that whoever counts can be interrupted. */
  *count({ name, kind, records, votes, refused, blank }: ReadFile, isKnown: (transcript: string) => string | null) {
    const file = { name, kind, records: 0 }
    this.files.push(file)
    this.blank += blank
    for (const one of refused) this.refuse(one)
    for (const record of records) {
      file.records++
      if (isUnread(record)) this.refuse({ file: name, ...record })
      else this.#transcript(record.value)
      this.#bound()
      yield
    }
    for (const vote of votes) {
      file.records++
      this.#vote(name, vote, isKnown)
      this.#bound()
      yield
    }
  }

  #bound() {
    const count = this.files.reduce((sum, { records }) => sum + records, 0)
    if (count <= mostRecords) return
    const most = mostRecords.toLocaleString('en')
    throw new Refusal('too large', `This holds more than ${most} records: bring them in parts, or by the command.`)
  }

  #transcript({ draft, label, predicted, verdicts }: GivenTranscript) {
    const turns = draft.turns as Turn[]
    const hash = this.#hashOf(turns)
    if (this.hashes.has(hash)) this.repeated++
    this.hashes.add(hash)
    for (const name of [label, predicted?.label, ...verdicts.map((verdict) => verdict.label)])
      if (name) this.labels.add(name)
    for (const { judge } of verdicts) this.voters.add(judge)
    if (this.shown.length < mostShown) this.shown.push(shownOf(draft.title ?? '', draft.model ?? null, turns))
  }

  #vote(file: string, vote: Placed<GivenLabelVote>, isKnown: (transcript: string) => string | null) {
    const reason = isUnread(vote) ? vote.reason : isKnown(vote.value.transcript)
    if (reason !== null) return this.refuse({ file, line: vote.line, reason })
    if (isUnread(vote)) return
    this.votes++
    this.labels.add(vote.value.label)
    this.voters.add(vote.value.voter)
  }
}

function shownOf(title: string, model: string | null, turns: Turn[]): ShownTranscript {
  const shown = turns.slice(0, turnsShown).map(({ role, speaker, text }) => {
    const words = slice(text, 0, shownLength)
    return { role, speaker, text: words.length < text.length ? `${words}…` : words }
  })
  return { title, model, turnCount: turns.length, turns: shown }
}
