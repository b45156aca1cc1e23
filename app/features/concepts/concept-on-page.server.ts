import type { Member } from '#app/features/accounts/member.ts'
import { mentionsOf } from '#app/features/mentions/mentions.server.ts'
import type { Page } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import type { Concept } from './concept.ts'
import { isMerger } from './merging/merge.server.ts'

/** What a concept's page shows of it beside what it says. */
export async function conceptOnPage(db: Db, reader: Member | null, concept: Concept, page: Page) {
  const { id, name, aliases } = concept
  return {
    isMerger: await isMerger(db, reader, concept),
    mentions: await mentionsOf(db, { kind: 'concept', id }, [name, ...aliases], page),
  }
}
