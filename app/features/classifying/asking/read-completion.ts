import { AskFailure, messageIn } from './failure.ts'

/** What a model said, and what that cost; tokens are null where the endpoint does not tell. */
export interface Completion {
  text: string
  promptTokens: number | null
  completionTokens: number | null
  /** It is all there, was cut at the model's own limit, or was too much to read on. */
  ended: 'whole' | 'at its limit' | 'too long'
}

/** Of an answer's text, in UTF-16 units. */
export const mostText = 200_000
// Models that think aloud send much that is not kept.
const mostBytes = 50_000_000

/** Reads an answer of `/chat/completions`: server-sent events, or one JSON document where the endpoint does not stream. One that breaks off is a failure. */
export async function readCompletion(body: AsyncIterable<Uint8Array>): Promise<Completion> {
  const reader = new CompletionReader()
  for await (const line of linesOf(body)) {
    reader.take(line)
    if (reader.text.length > mostText) return reader.tooLong()
  }
  return reader.end()
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let [rest, bytes] = ['', 0]
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new AskFailure('not this', 'The endpoint answers without end.')
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    rest += first
    for (const next of others) {
      yield rest.trimEnd()
      rest = next
    }
  }
  if (rest) yield rest
}

interface Choice {
  delta?: Said
  message?: Said
  finish_reason?: string | null
}

interface Said {
  content?: unknown
  refusal?: unknown
}

class CompletionReader {
  text = ''
  #other = ''
  #finish: string | null = null
  #isDone = false
  #isStream = false
  #tokens = { promptTokens: null as number | null, completionTokens: null as number | null }

  take(line: string) {
    if (!line.startsWith('data:')) {
      if (!this.#isStream && !/^(event|id|retry)?:/.test(line)) this.#other += `${line}\n`
      return
    }
    this.#isStream = true
    const data = line.slice('data:'.length).trim()
    if (data === '[DONE]') this.#isDone = true
    else if (data) this.#read(parsed(data))
  }

  end(): Completion {
    if (!this.#isStream) this.#read(parsed(this.#other))
    if (this.#isStream && !this.#isDone && this.#finish === null)
      throw new AskFailure('again', 'The answer broke off in the middle.')
    return { text: this.text, ...this.#tokens, ended: this.#finish === 'length' ? 'at its limit' : 'whole' }
  }

  tooLong(): Completion {
    return { text: this.text.slice(0, mostText), ...this.#tokens, ended: 'too long' }
  }

  #read(document: Record<string, unknown>) {
    if (document.error) throw new AskFailure('again', `The endpoint failed: ${messageIn(JSON.stringify(document))}`)
    const [choice] = (Array.isArray(document.choices) ? document.choices : []) as Choice[]
    const said = choice?.delta ?? choice?.message
    if (!this.#isStream && typeof said !== 'object')
      throw new AskFailure('again', 'The endpoint answers with something that is no chat completion.')
    this.text += wordsIn(said?.content) || wordsIn(said?.refusal)
    this.#finish = choice?.finish_reason ?? this.#finish
    const usage = document.usage as Record<string, unknown> | null | undefined
    const tokensIn = (name: string) => (Number.isSafeInteger(usage?.[name]) ? (usage?.[name] as number) : null)
    this.#tokens = {
      promptTokens: tokensIn('prompt_tokens') ?? this.#tokens.promptTokens,
      completionTokens: tokensIn('completion_tokens') ?? this.#tokens.completionTokens,
    }
  }
}

function parsed(json: string): Record<string, unknown> {
  try {
    const document = JSON.parse(json)
    if (typeof document === 'object' && document !== null) return document
  } catch {}
  throw new AskFailure('again', 'The endpoint answers with something that is no chat completion.')
}

/** Content is a string, or a list of parts with a text each. */
function wordsIn(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part) => (typeof part?.text === 'string' ? part.text : '')).join('')
}
