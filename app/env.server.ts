import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

const dataFolder = fileURLToPath(new URL('../db/data/', import.meta.url))

const url = (protocols: string[]) =>
  v.pipe(
    v.string(),
    v.check((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol)),
  )

const variables = {
  PORT: [v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535)), 'a port, 0 to 65535'],
  HOST: [v.pipe(v.string(), v.regex(/^[\w.:-]+$/)), 'an address to listen on, as 127.0.0.1 or 0.0.0.0'],
  ORIGIN: [
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]+\/?$/), url(['http:', 'https:'])),
    'the public address without a path, as https://example.org',
  ],
  DATABASE_URL: [
    v.pipe(v.string(), v.regex(/^(file:.+|postgres(ql)?:\/\/.+)$/)),
    'file:path or postgres://user:password@host/database',
  ],
  SESSION_SECRET: [v.pipe(v.string(), v.minLength(32)), 'at least 32 characters'],
  SMTP_URL: [url(['smtp:', 'smtps:']), 'smtp://user:password@host:port'],
  EMBEDDINGS_URL: [url(['http:', 'https:']), 'the address of a /v1/embeddings endpoint'],
  TRUST_PROXY: [
    v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)),
    'how many proxies stand before the site, 0 to 9',
  ],
  LIMITS: [v.picklist(['on', 'off']), 'on or off'],
  LOG_LEVEL: [
    v.picklist(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    'a level from silent to trace',
  ],
} as const

export interface Env {
  PORT: number
  HOST: string
  /** Without a slash at the end. */
  ORIGIN: string
  DATABASE_URL: string
  /** Absent: one is made and kept with the data. */
  SESSION_SECRET: string | undefined
  /** Absent: mail is written to the log and kept in the outbox. */
  SMTP_URL: string | undefined
  /** Makes vectors of texts. Absent: words are compared. */
  EMBEDDINGS_URL: string | undefined
  /** So many proxies add to X-Forwarded-For whom they had it from; what stands further left is anybody's word. */
  TRUST_PROXY: number
  LIMITS: 'on' | 'off'
  LOG_LEVEL: string
}

/** Reads the environment; throws one line a malformed variable, with its name and what it takes. */
export function readEnv(given: Record<string, string | undefined>): Env {
  const read: Record<string, string | number> = {}
  const wrong: string[] = []
  for (const [name, [schema, takes]] of Object.entries(variables)) {
    const value = given[name]
    if (value === undefined || value === '') continue
    const result = v.safeParse(schema as v.GenericSchema<string, string | number>, value)
    if (result.success) read[name] = result.output
    else wrong.push(`${name} takes ${takes}.`)
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const port = Number(read.PORT ?? 3000)
  return {
    PORT: port,
    HOST: String(read.HOST ?? '127.0.0.1'),
    ORIGIN: String(read.ORIGIN ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    DATABASE_URL: String(read.DATABASE_URL ?? `file:${dataFolder}parallax.sqlite`),
    SESSION_SECRET: read.SESSION_SECRET as string | undefined,
    SMTP_URL: read.SMTP_URL as string | undefined,
    EMBEDDINGS_URL: read.EMBEDDINGS_URL as string | undefined,
    TRUST_PROXY: Number(read.TRUST_PROXY ?? 0),
    LIMITS: (read.LIMITS ?? 'on') as Env['LIMITS'],
    LOG_LEVEL: String(read.LOG_LEVEL ?? 'info'),
  }
}
