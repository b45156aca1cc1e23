import { Refusal, tooLarge } from '#app/lib/refusal.ts'

const megabyte = 1_000_000

/** The whole body as text. Refuses what is larger than so many MB before keeping it, and what is not UTF-8. */
export async function readText(request: Request, mostMegabytes: number): Promise<string> {
  const bytes = await readBytes(request, mostMegabytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw new Refusal('invalid', 'The body is not valid UTF-8.', { body: ['This is not valid UTF-8.'] })
  }
}

/** The whole body as it is. Refuses what is larger than so many MB before keeping it. */
export async function readBytes(request: Request, mostMegabytes: number): Promise<Uint8Array> {
  const most = mostMegabytes * megabyte
  const refusal = () => tooLarge(`The body may have at most ${mostMegabytes} MB.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw refusal()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) throw refusal()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The JSON in the body. */
export async function readJson(request: Request, mostMegabytes: number): Promise<unknown> {
  const text = await readText(request, mostMegabytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = `This is not JSON: ${(error as Error).message}.`
    throw new Refusal('invalid', why, { body: [why] })
  }
}

export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** A form's fields; line ends, which browsers send as CRLF, become LF. A field sent several times is a list in `all`. */
export class FormFields {
  readonly #pairs: [string, string][]
  readonly #files: [string, SentFile][]

  constructor(pairs: [string, string][], files: [string, SentFile][] = []) {
    this.#pairs = pairs.map(([name, value]) => [name, value.replace(/\r\n/g, '\n')])
    this.#files = files
  }

  /** The bytes of a file that came with the form; none where no file was chosen. */
  file(name: string): Uint8Array {
    return this.#files.findLast(([key]) => key === name)?.[1].bytes ?? new Uint8Array()
  }

  /** All files of a field that takes several. Where none was chosen, browsers send one without a name. */
  files(name: string): SentFile[] {
    return this.#files.flatMap(([key, file]) => (key === name && file.name !== '' ? [file] : []))
  }

  get(name: string): string | undefined {
    return this.#pairs.find(([key]) => key === name)?.[1]
  }

  all(name: string): string[] {
    return this.#pairs.filter(([key]) => key === name).map(([, value]) => value)
  }

  /** Every field by name, the first of each: what a refused form shows again. */
  values(): Record<string, string> {
    return Object.fromEntries([...this.#pairs].reverse())
  }
}

/** Reads an urlencoded form, or a multipart one with its files. */
export async function readForm(request: Request, mostMegabytes: number): Promise<FormFields> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return new FormFields(pairsOf(await readText(request, mostMegabytes)))
  return formIn(await readBytes(request, mostMegabytes), type)
}

/** The fields and files in a multipart body of this type. */
export async function formIn(bytes: Uint8Array, type: string): Promise<FormFields> {
  const form = await new Response(bytes as BodyInit, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refusal('invalid', 'The form could not be read.', { body: ['This is not a form.'] })
  })
  const fields = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const files = [...form].filter((pair): pair is [string, File] => typeof pair[1] !== 'string')
  const read = files.map(
    async ([name, file]) => [name, { name: file.name, bytes: await file.bytes() }] as [string, SentFile],
  )
  return new FormFields(fields, await Promise.all(read))
}

function pairsOf(urlencoded: string): [string, string][] {
  const decode = (part: string) => decodeURIComponent(part.replace(/\+/g, ' '))
  try {
    const pairs = urlencoded.split('&').filter(Boolean)
    return pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))]
    })
  } catch {
    throw new Refusal('invalid', 'The form is not valid UTF-8.', { body: ['This is not valid UTF-8.'] })
  }
}
