import { readDialogue } from '../read-dialogue.ts'
import type { TranscriptDraft, Turn, TurnRole } from '../transcript.ts'
import { turnRoles } from '../transcript.ts'

/** The fields of the form, as they were typed. */
export type PasteFields = Record<string, string | undefined>

/** How many turns the preview lets one change; the others stay as they were read. */
export const mostShown = 200

export interface Preview {
  /** As read from the text alone. */
  read: Turn[]
  /** With what was chosen for speakers and turns. */
  turns: Turn[]
  /** Which text was looked at; choices made for another text do not count. */
  key: string
  /** The text is another one than was looked at before. */
  isChanged: boolean
}

/** The turns of the pasted text, with the choices that the preview offered: a role for all that somebody says, then turn by turn. */
export function previewOf(fields: PasteFields): Preview {
  const text = fields.text ?? ''
  const key = keyOf(text)
  const read = readDialogue(text)
  const isChanged = (fields.previewed ?? '') !== '' && fields.previewed !== key
  const isChosen = fields.previewed === key
  return { read, turns: isChosen ? read.map((turn, number) => chosen(turn, number, fields)) : read, key, isChanged }
}

function chosen(turn: Turn, number: number, fields: PasteFields): Turn {
  const role = roleIn(fields[`role.${number}`]) ?? roleIn(turn.role === 'scratchpad' ? '' : fields[speakerField(turn)])
  const speaker = fields[`speaker.${number}`]
  return {
    role: role ?? turn.role,
    speaker: speaker === undefined ? turn.speaker : speaker.trim() || null,
    text: turn.text,
  }
}

export const speakerField = (turn: Turn) => `as.${turn.speaker ?? ''}`

/** The first turn of each who speaks by name, when several do. */
export function speakersIn(turns: Turn[]): Turn[] {
  const named = turns.filter(({ speaker, role }) => speaker !== null && role !== 'scratchpad')
  const speakers = new Map(named.toReversed().map((turn) => [turn.speaker, turn]))
  return [...speakers.values()].toReversed().slice(0, 12)
}

function roleIn(value: string | undefined): TurnRole | undefined {
  return turnRoles.find((role) => role === value)
}

/** What is to be kept, for the verb to check. */
export function draftOf(fields: PasteFields, turns: Turn[]): TranscriptDraft {
  const { title, model, condition, source, licence, completeness } = fields
  return {
    title,
    model,
    condition,
    source,
    licence,
    turns,
    completeness: completeness as TranscriptDraft['completeness'],
  }
}

/** Tells one text from another (FNV-1a, 32 bits, and the length); nobody gains by forging it. */
function keyOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`
}
