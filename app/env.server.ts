import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { isDatabaseUrl } from '#db/database-url.ts'

const dataFolder = fileURLToPath(new URL('../db/data/', import.meta.url))

const url = (protocols: string[]) =>
  v.pipe(
    v.string(),
    v.check((value) => {
      const read = URL.parse(value)
      return read !== null && protocols.includes(read.protocol) && read.hostname !== ''
    }),
  )

const variables = {
  PORT: [v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535)), 'a port, 0 to 65535'],
  HOST: [v.pipe(v.string(), v.regex(/^[\w.:-]+$/)), 'an address to listen on, as 127.0.0.1 or 0.0.0.0'],
  ORIGIN: [
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]+\/?$/), url(['http:', 'https:'])),
    'the public address without a path, as https://example.org',
  ],
  DATABASE_URL: [v.pipe(v.string(), v.check(isDatabaseUrl)), 'file:path or postgres://user:password@host/database'],
  SESSION_SECRET: [v.pipe(v.string(), v.minLength(32)), 'at least 32 characters'],
  SMTP_URL: [url(['smtp:', 'smtps:']), 'smtp://user:password@host:port'],
  EMBEDDINGS_URL: [url(['http:', 'https:']), 'the address of a /v1/embeddings endpoint'],
  TRUST_PROXY: [
    v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)),
    'how many proxies stand before the site, 0 to 9',
  ],
  METRICS_TOKEN: [v.pipe(v.string(), v.regex(/^[\x21-\x7e]{16,}$/)), 'at least 16 visible characters'],
  SLOW_QUERY_MS: [v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)), 'milliseconds, 0 to 999999'],
  LIMITS: [v.picklist(['on', 'off']), 'on or off'],
  STYLEGUIDE: [v.picklist(['on', 'off']), 'on or off'],
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
  SESSION_SECRET?: string
  /** Absent: mail is written to the log and kept in the outbox. */
  SMTP_URL?: string
  /** Makes vectors of texts. Absent: words are compared. */
  EMBEDDINGS_URL?: string
  /** So many proxies add to X-Forwarded-For whom they had it from; what stands further left is anybody's word. */
  TRUST_PROXY: number
  LIMITS: 'on' | 'off'
  /** On: there is a page of all components, for those who build the site. */
  STYLEGUIDE: 'on' | 'off'
  /** Whoever sends it is told what the site measures of itself. Absent: there is no such page. */
  METRICS_TOKEN?: string
  /** A query that takes longer is noted in the log. */
  SLOW_QUERY_MS: number
  LOG_LEVEL: string
}

const usual = {
  PORT: 3000,
  HOST: '127.0.0.1',
  DATABASE_URL: `file:${dataFolder}parallax.sqlite`,
  TRUST_PROXY: 0,
  LIMITS: 'on',
  STYLEGUIDE: 'off',
  SLOW_QUERY_MS: 500,
  LOG_LEVEL: 'info',
}

export const variableNames = Object.keys(variables)

/** Reads the environment; throws one line a malformed variable, with its name and what it takes. */
export function readEnv(given: Record<string, string | undefined>): Env {
  const read: Record<string, string | number> = { ...usual }
  const wrong: string[] = []
  for (const [name, [schema, takes]] of Object.entries(variables)) {
    const value = given[name]
    if (value === undefined || value === '') continue
    const result = v.safeParse(schema as v.GenericSchema<string, string | number>, value)
    if (result.success) read[name] = result.output
    else wrong.push(`${name} takes ${takes}.`)
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const origin = String(read.ORIGIN ?? `http://localhost:${read.PORT}`)
  // Each was read by its schema, or is the usual one.
  return { ...read, ORIGIN: origin.replace(/(?<!\/)\/+$/, '') } as unknown as Env
}
