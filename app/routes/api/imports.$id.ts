import { importAnswer } from '#app/features/exchange/importing/import-answer.server.ts'
import { findImport } from '#app/features/exchange/importing/imports.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

const summary =
  'Says how far one’s own import is, and what it did: created, already there, and refused with the reason.'

const theImport = endpoint({
  get: reading({ summary, answers: 'import' }, async ({ db, member, params }) => {
    if (!member) throw notSignedIn()
    return importAnswer(await findImport(db, member, params.id))
  }),
})

export const loader = theImport
export const action = theImport
