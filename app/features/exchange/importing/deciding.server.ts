import type { Member } from '#app/features/accounts/member.ts'
import { invalid } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { discardImport, findImport, lookAgain, Settings, startImport, stopImport } from './imports.server.ts'

type Fields = Record<string, string | undefined>

/** Does what the form of a preview was sent for; says whether the import is still there. Settings that are others than those of the preview are looked at first. */
export async function decide(db: Db, member: Member, id: string, fields: Fields): Promise<boolean> {
  const { intent, format, collection, classifier } = fields
  if (intent === 'discard') {
    await discardImport(db, member, id)
    return false
  }
  if (intent === 'stop') {
    await stopImport(db, member, id)
    return true
  }
  if (intent !== 'look' && intent !== 'import') throw invalid({ form: 'Choose: look again, import, or throw away.' })
  const settings = parse(Settings, { format, collection, classifier })
  const seen = await findImport(db, member, id)
  const isAsSeen = (['format', 'collection', 'classifier'] as const).every((name) => settings[name] === seen[name])
  if (intent === 'import' && isAsSeen) await startImport(db, member, id)
  else await lookAgain(db, member, id, settings)
  return true
}
