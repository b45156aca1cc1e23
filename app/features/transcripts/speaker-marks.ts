import type { TurnRole } from './transcript.ts'

/** Who speaks from here on, as a line's beginning says. */
export interface SpeakerMark {
  name: string
  /** UTF-16 units of the line that the mark takes. */
  length: number
}

// A number takes what stands at it: what comes after is set apart, or there would be many ways to read the same digits.
const models =
  /^(claude|chatgpt|gpt|gemini|llama|mistral|grok|qwen|deepseek|copilot)([ -]?(v?\d[\w.]*(?![\w.])|opus|sonnet|haiku|instant|pro|ultra|turbo|mini|flash|chat|said))*$/

const known: [RegExp, TurnRole][] = [
  [/^(human|user|prompter|interviewer|you said)$/, 'user'],
  [/^(assistant|ai|ai assistant|chatbot)$/, 'assistant'],
  [models, 'assistant'],
  [/^(system|system prompt|developer)$/, 'system'],
  [/^(tool|tool result|tool output|function|function result)$/, 'tool'],
  [/^scratchpad$/, 'scratchpad'],
]

/** The role that a name stands for by itself, whoever else speaks. */
function roleOfName(name: string): TurnRole | undefined {
  const plain = name.toLowerCase()
  return known.find(([names]) => names.test(plain))?.[1]
}

const roleWords = /^(human|user|assistant|ai|ai assistant|system|system prompt|tool|scratchpad|you said)$/i

/** Who is named beside the role: nobody when the name only says the role. */
export function speakerOf(name: string): string | null {
  return roleWords.test(name) ? null : name
}

// `User:`, `**User:**`, `**User**:`, `### User:`; a name has at most 40 characters, so each line is read in bounded time.
const marked =
  /^[ \t>]{0,3}(?:#{1,6}[ \t]+)?([*_]{0,3})(\p{L}[\p{L}\p{N} .'’&/()-]{0,39}?)(?:\1[ \t]?[:：]|[:：]\1)(?=\s|$)[ \t]*/u
// `### User` and `**User**`, alone on a line.
const heading = /^[ \t]{0,3}(?:#{1,6}[ \t]+([*_]{0,3})|([*_]{2,3}))(\p{L}[\p{L}\p{N} .-]{0,39}?)(?:\1|\2)[ \t]*$/u

/** The mark that a line may begin with; headings count for names that say a role. */
export function markOf(line: string): SpeakerMark | undefined {
  const start = line.slice(0, 120).replace(/\r?\n$/, '')
  const match = marked.exec(start)
  if (match) return { name: (match[2] as string).trim(), length: match[0].length }
  const alone = heading.exec(start)
  const name = alone?.[3]?.trim()
  return alone && name && line.length < 120 && roleOfName(name) ? { name, length: alone[0].length } : undefined
}

// Words that people put before a colon in prose.
const prose =
  /^(note|notes|warning|summary|example|examples|step.*|option.*|update|edit|ps|p\.s\.|source|title|date|subject|from|to|cc|re|tl;dr|conclusion|result|results|context|goal|pros|cons|first|second|third|finally|however|so|model|condition|tags|author)$/i

const mostSpeakers = 6

/** Which names in a text's marks are speakers', with their roles; none when this is no dialogue. `names` come in the order of the text, which the first begins if `beginsText`. */
export function speakersAmong(names: string[], beginsText: boolean): Map<string, TurnRole> {
  const first = names[0]
  if (first === undefined) return new Map()
  const withRole = names.filter((name) => roleOfName(name))
  const roles = new Set(withRole.map(roleOfName))
  if (roles.size >= 2 || (beginsText && withRole[0] === first)) return rolesOf(new Set(withRole))
  const others = beginsText ? otherSpeakers(names, first) : initialsIn(names)
  return rolesOf(others.size > 0 || withRole.length < 2 ? others : new Set(withRole))
}

/** After a setup only initials are taken for speakers, beside names that say a role, and only where two or more come again. */
function initialsIn(names: string[]): Set<string> {
  const [seen, again] = [new Set<string>(), new Set<string>()]
  for (const name of names.filter((name) => /^\p{Lu}{1,3}$/u.test(name) || roleOfName(name))) {
    if (seen.has(name)) again.add(name)
    seen.add(name)
  }
  return again.size >= 2 && again.size <= mostSpeakers ? again : new Set()
}

/** Names of no known role: one begins the text, and they come again or are two who speak once each. */
function otherSpeakers(names: string[], first: string): Set<string> {
  const counts = new Map<string, number>()
  for (const name of names) if (!prose.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const again = [...counts].filter(([name, count]) => count > 1 || roleOfName(name)).map(([name]) => name)
  const speakers = new Set(counts.size === 2 ? counts.keys() : again)
  if (counts.has(first) && speakers.size > 0) speakers.add(first)
  return speakers.has(first) && speakers.size >= 2 && speakers.size <= mostSpeakers ? speakers : new Set()
}

/** Those whose name says no role are users beside a known assistant, else the second to speak is the assistant. */
function rolesOf(speakers: Set<string>): Map<string, TurnRole> {
  const roles = new Map<string, TurnRole>()
  const unknown = [...speakers].filter((name) => !roleOfName(name))
  const taken = new Set([...speakers].map(roleOfName))
  for (const name of speakers) roles.set(name, roleOfName(name) ?? 'user')
  const assistant = taken.has('assistant') ? undefined : taken.has('user') ? unknown[0] : unknown[1]
  if (assistant !== undefined) roles.set(assistant, 'assistant')
  return roles
}
