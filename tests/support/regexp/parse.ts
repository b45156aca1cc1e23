/** A regular expression as a tree. An atom takes one character; what it takes is asked of the engine itself, by its source. */
export type Node =
  | { kind: 'atom'; source: string }
  | { kind: 'sequence'; items: Node[] }
  | { kind: 'choice'; options: Node[] }
  | { kind: 'repeat'; body: Node; min: number; max: number }
  | { kind: 'assertion'; source: string; body?: Node }

/** Reads the source of a regular expression that the engine has taken already. */
export function parse(source: string, hasSets = false): Node {
  const reader = new Reader(source, hasSets)
  const node = reader.choice()
  if (!reader.isAtEnd) throw new Error(`/${source}/ could not be read to its end`)
  return node
}

const escaped = /\\(?:u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|[\s\S])/y
const quantifier = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y
const group = /\((?:\?(?::|=|!|<=|<!|<[^>]+>))?/y

class Reader {
  readonly #source: string
  readonly #hasSets: boolean
  #at = 0

  constructor(source: string, hasSets: boolean) {
    this.#source = source
    this.#hasSets = hasSets
  }

  get isAtEnd() {
    return this.#at >= this.#source.length
  }

  choice(): Node {
    const options = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      options.push(this.#sequence())
    }
    return options.length === 1 ? (options[0] as Node) : { kind: 'choice', options }
  }

  #sequence(): Node {
    const items: Node[] = []
    while (!this.isAtEnd && !'|)'.includes(this.#source[this.#at] as string)) items.push(this.#repeated(this.#one()))
    return { kind: 'sequence', items }
  }

  #repeated(body: Node): Node {
    const found = this.#take(quantifier)
    if (!found) return body
    const [, mark, from, comma, to] = found
    if (mark) return { kind: 'repeat', body, min: mark === '+' ? 1 : 0, max: mark === '?' ? 1 : Infinity }
    const max = comma === undefined ? Number(from) : to === '' ? Infinity : Number(to)
    return { kind: 'repeat', body, min: Number(from), max }
  }

  #one(): Node {
    const next = this.#source[this.#at] as string
    if (next === '(') return this.#group()
    if (next === '[') return { kind: 'atom', source: this.#class() }
    if (next === '^' || next === '$') return this.#assertion(next)
    const sign = this.#take(escaped)?.[0]
    if (sign === '\\b' || sign === '\\B') return { kind: 'assertion', source: sign }
    // What stood before, again: as long as anything.
    if (sign && /^\\(?:[1-9]|k<)/.test(sign))
      return { kind: 'repeat', body: { kind: 'atom', source: '[\\s\\S]' }, min: 0, max: Infinity }
    if (sign) return { kind: 'atom', source: sign }
    const letter = String.fromCodePoint(this.#source.codePointAt(this.#at) as number)
    this.#at += letter.length
    return { kind: 'atom', source: letter }
  }

  #assertion(source: string): Node {
    this.#at++
    return { kind: 'assertion', source }
  }

  #group(): Node {
    const [open = ''] = this.#take(group) ?? []
    const from = this.#at
    const body = this.choice()
    const source = this.#source.slice(from, this.#at)
    this.#at++
    return ['(?=', '(?!', '(?<=', '(?<!'].includes(open)
      ? { kind: 'assertion', source: `${open}${source})`, body }
      : body
  }

  #class(): string {
    const from = this.#at
    let depth = 0
    do {
      const letter = this.#source[this.#at] as string
      if (letter === '\\') this.#at++
      else if (letter === '[' && (depth === 0 || this.#hasSets)) depth++
      else if (letter === ']') depth--
      this.#at++
    } while (depth > 0)
    return this.#source.slice(from, this.#at)
  }

  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at
    const found = what.exec(this.#source)
    if (found) this.#at = what.lastIndex
    return found
  }
}
