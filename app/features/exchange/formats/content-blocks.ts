import { invalid } from '#app/lib/refusal.ts'
import { isObject } from './json-records.ts'

/** A stretch of a message: said, or thought. */
export interface Piece {
  isThought: boolean
  text: string
}

type Block = Record<string, unknown>

/** What a message says: text as it is; of blocks, the text joined by empty lines, what is not text by its name in brackets, thoughts apart. */
export function piecesOf(content: unknown, field: string): Piece[] {
  if (content === null || content === undefined) return []
  if (typeof content === 'string') return [{ isThought: false, text: content }]
  if (!Array.isArray(content)) throw invalid({ [field]: 'This is neither text nor a list of blocks.' })
  return joined(content.map((block, index) => pieceOf(block, `${field}.${index}`)))
}

/** Neighbours that are both said, or both thought, become one. */
export function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.isThought === piece.isThought) last.text += `\n\n${piece.text}`
    else all.push({ ...piece })
  }
  return all
}

function pieceOf(block: unknown, field: string): Piece {
  if (typeof block === 'string') return { isThought: false, text: block }
  if (!isObject(block)) throw invalid({ [field]: 'This is not a block.' })
  const isThought = /think|reason/.test(typeOf(block))
  return { isThought, text: isThought ? thoughtOf(block) : textOf(block, field) }
}

const typeOf = ({ type }: Block) => (typeof type === 'string' ? type : 'text')

function textOf(block: Block, field: string): string {
  const type = typeOf(block)
  if (/^(input_|output_)?text$/.test(type)) return textIn(block.text, `${field}.text`)
  if (type === 'refusal') return textIn(block.refusal, `${field}.refusal`)
  if (type === 'tool_result') return `[tool_result] ${saidIn(block.content, `${field}.content`)}`.trimEnd()
  if (/tool_use$|_call$/.test(type)) return toolUse(block)
  return `[${/image/.test(type) ? 'image' : type}]`
}

function textIn(text: unknown, field: string): string {
  if (typeof text !== 'string') throw invalid({ [field]: 'This is not text.' })
  return text
}

const saidIn = (content: unknown, field: string) =>
  piecesOf(content, field)
    .map(({ text }) => text)
    .join('\n\n')

/** Thinking is called differently by each maker: the text, or a list of summaries, or hidden. */
function thoughtOf(block: Block): string {
  for (const text of [block.thinking, block.reasoning, block.text]) if (typeof text === 'string') return text
  const parts = [block.summary, block.content].flat().filter(isObject)
  const texts = parts.flatMap(({ text }) => (typeof text === 'string' ? text : []))
  return texts.length > 0 ? texts.join('\n\n') : `[${typeOf(block)}]`
}

/** A call of a tool, from a block or from a message's `tool_calls`. */
export function toolUse(call: unknown): string {
  const block = isObject(call) ? call : {}
  const called = isObject(block.function) ? block.function : block
  const name = [called.name, called.function].find((given) => typeof given === 'string') ?? 'unnamed'
  const input = called.input ?? called.arguments ?? {}
  return `[tool_use: ${name}] ${typeof input === 'string' ? input : JSON.stringify(input)}`
}
