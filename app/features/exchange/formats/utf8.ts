import { mostBytes } from '#app/features/transcripts/transcript.ts'
import type { Placed } from './placed.ts'

const newline = 0x0a

export interface Line {
  line: number
  bytes: Uint8Array
}

/** The lines of a file as bytes, the empty ones left out: a newline's byte is never part of another character. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found
    const one = bytes.subarray(start, end)
    if (one.some((byte) => byte > 0x20)) yield { line, bytes: one }
    start = end + 1
  }
}

/** The text of bytes that begin at a line of a file; a byte order mark is dropped. */
export function decode(bytes: Uint8Array, firstLine = 1): Placed<string> {
  try {
    return { line: firstLine, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { line: firstLine + lineOfBadByte(bytes), reason: 'This is not UTF-8 text.' }
  }
}

/** Lines before the first one that does not decode. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (const { line, bytes: one } of linesOf(bytes)) {
    try {
      decoder.decode(one)
    } catch {
      return line - 1
    }
  }
  return 0
}

/** Why bytes are more than a transcript may have, or nothing. */
export function tooLong(bytes: Uint8Array): string | undefined {
  if (bytes.length <= mostBytes) return
  const [has, most] = [bytes.length, mostBytes].map((n) => (n / 1e6).toLocaleString('en'))
  return `This has ${has} MB; a transcript has at most ${most} MB.`
}
