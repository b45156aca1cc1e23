import type { Member } from '#app/features/accounts/member.ts'
import { dropFiles, type GivenFiles, keepFiles, openImport } from '#app/features/exchange/importing/imports.server.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { formIn } from './body.server.ts'
import type { Asked } from './context.server.ts'
import { once } from './idempotency.server.ts'
import { refuseUnkeepable } from './params.server.ts'

/** JSON is not among them: it could not be told from a body that says what to do. */
export const uploadTypes = [
  'multipart/form-data',
  'application/octet-stream',
  'application/x-ndjson',
  'application/zip',
  'text/plain',
  'text/csv',
] as const

type Upload = Pick<Asked<Member>, 'db' | 'member' | 'request' | 'url'> & { body: Uint8Array }

/** The files in the body, a form's or the one that it is, and how they are to be taken, by the form's fields or the query. */
export async function filesIn({ request, url, body }: Upload): Promise<GivenFiles> {
  const type = request.headers.get('content-type') ?? ''
  const query = Object.fromEntries(url.searchParams)
  if (!type.toLowerCase().startsWith('multipart/form-data'))
    return { files: [{ name: query.name ?? 'file', bytes: body }], settings: settingsIn(query), startsItself: true }
  const form = await formIn(body, type)
  refuseUnkeepable(Object.entries(form.values()))
  return { files: form.files('files'), settings: settingsIn({ ...query, ...form.values() }), startsItself: true }
}

type Fields = Record<string, string | undefined>

const settingsIn = ({ format, collection, classifier }: Fields) =>
  ({ format, collection, classifier }) as GivenFiles['settings']

/** Keeps files once for each Idempotency-Key: they come in many small writes, and what they are for is one. Gives the id of their import. */
export async function bringOnce({ db, member, request }: Upload, given: GivenFiles): Promise<string> {
  const id = await keepFiles(db, member, given)
  let kept: string | undefined
  try {
    const asked = [given.settings, given.files.map(({ name, bytes }) => [name, sha256(bytes)])]
    kept = await once(db, member, request, asked, (tx) => opened(tx, member, id))
    return kept
  } finally {
    if (kept !== id) await dropFiles(db, id)
  }
}

async function opened(tx: Db, member: Member, id: string): Promise<string> {
  await openImport(tx, member, id)
  return id
}
