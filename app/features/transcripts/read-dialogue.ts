import { markOf, speakerOf, speakersAmong } from './speaker-marks.ts'
import type { Turn, TurnRole } from './transcript.ts'

const tag = /<(\/?)(scratchpad_reasoning|scratchpad|thinking|think)>/gi

interface Tag {
  name: string
  isEnd: boolean
  from: number
  to: number
  /** Of one that opens: where its end tag ends; null when none comes before another like it opens. */
  end: number | null
}

interface Mark {
  isEnd?: undefined
  name: string
  from: number
  to: number
}

/** Reads pasted text into turns: `User:`, `**Claude:**`, `### Assistant`, initials; thoughts in tags become scratchpads, also when never ended. Drops only those marks and the white space around turns. Time is linear in the text. */
export function readDialogue(text: string): Turn[] {
  const tags = tagsIn(text)
  const marks = marksIn(text, endedThoughts(tags))
  const begins = marks.length > 0 && text.slice(0, marks[0]?.from).trim() === ''
  const speakers = speakersAmong(
    marks.map(({ name }) => name),
    begins,
  )
  const turns = turnsBetween(
    text,
    marks.filter(({ name }) => speakers.has(name)),
    tags,
    speakers,
  )
  return turns.length > 0 ? turns : [{ role: 'assistant', speaker: null, text }]
}

/** Tags that end, and those that open at a line's beginning or right after a speaker's mark: elsewhere somebody only mentions one. */
function tagsIn(text: string): Tag[] {
  const tags: Tag[] = []
  for (const match of text.matchAll(tag)) {
    const [whole, slash, name] = match as unknown as [string, string, string]
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    const isEnd = slash === '/'
    if (!isEnd && !/(^|\n|>|[:：][*_]{0,3})[ \t\r]*$/.test(before)) continue
    tags.push({ name: name.toLowerCase(), isEnd, from: match.index, to: match.index + whole.length, end: null })
  }
  const following = new Map<string, Tag>()
  for (const one of tags.toReversed()) {
    const next = following.get(one.name)
    if (!one.isEnd && next?.isEnd) one.end = next.to
    following.set(one.name, one)
  }
  return tags
}

/** The ranges of thoughts that are ended, in order and apart: what looks like a speaker in there is thought, not said. */
function endedThoughts(tags: Tag[]): [from: number, to: number][] {
  const ranges: [number, number][] = []
  for (const { from, end } of tags) {
    if (end !== null && from >= (ranges.at(-1)?.[1] ?? 0)) ranges.push([from, end])
  }
  return ranges
}

function marksIn(text: string, thoughts: [number, number][]): Mark[] {
  const marks: Mark[] = []
  let thought = 0
  for (let from = 0; from < text.length; from = lineAfter(text, from)) {
    while (thought < thoughts.length && (thoughts[thought]?.[1] as number) <= from) thought++
    if ((thoughts[thought]?.[0] ?? Number.POSITIVE_INFINITY) < from) continue
    const mark = markOf(text.slice(from, Math.min(lineAfter(text, from), from + 200)))
    if (mark) marks.push({ name: mark.name, from, to: from + mark.length })
  }
  return marks
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** Cuts the text at its marks and tags. What comes before the first mark is the setup. */
function turnsBetween(text: string, marks: Mark[], tags: Tag[], speakers: Map<string, TurnRole>): Turn[] {
  const turns: Turn[] = []
  const cuts = [...marks, ...tags].sort((one, other) => one.from - other.from)
  const isSetup = cuts[0] !== undefined && cuts[0].isEnd === undefined
  let [role, speaker, thought, at]: State = [isSetup ? 'system' : 'assistant', null, null, 0]
  const take = (to: number) => {
    const words = text.slice(at, to).trim()
    if (words) turns.push({ role: thought ? 'scratchpad' : role, speaker, text: words })
  }
  for (const cut of cuts) {
    if (cut.isEnd !== undefined && !isCut(cut, role, thought)) continue
    take(cut.from)
    at = cut.to
    if (cut.isEnd !== undefined) thought = cut.isEnd ? null : cut
    else [role, speaker, thought] = [speakers.get(cut.name) as TurnRole, speakerOf(cut.name), null]
  }
  take(text.length)
  return turns
}

type State = [role: TurnRole, speaker: string | null, thought: Tag | null, at: number]

/** Only assistants think aloud; a tag in a system's or a user's words is spoken of. */
function isCut(tag: Tag, role: TurnRole, thought: Tag | null): boolean {
  if (tag.isEnd) return thought?.name === tag.name
  return role === 'assistant' && (thought === null || thought.end === null)
}

/** An assistant's words with the thoughts in tags apart, without looking for speakers; without thoughts the words stay as they came. */
export function splitThoughts(text: string): Turn[] {
  const turns = turnsBetween(text, [], tagsIn(text), new Map())
  return turns.some(({ role }) => role === 'scratchpad') ? turns : [{ role: 'assistant', speaker: null, text }]
}
