import type { Member } from '#app/features/accounts/member.ts'
import type { Fragments } from '#app/lib/fragments.server.ts'
import type { Overlaid } from '#app/ui/overlaid.ts'
import type { Db } from '#db/open.ts'

export interface Overlaying {
  db: Db
  member: Member
  /** What the shared page noted of itself. */
  facts: ReadonlyMap<string, unknown>
  fragments: Fragments
  /** The path of the page. */
  path: string
}

/** Says what is a member's own on a page that is made once for all of them; undefined where they need a page of their own. A page whose loader has one is shared by members. */
export type Overlay = (asked: Overlaying) => Promise<Overlaid | undefined>
