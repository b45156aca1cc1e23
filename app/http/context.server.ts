import type { Env } from '#app/env.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import type { AnyMember } from '#app/features/accounts/signing-in/any-member.ts'
import type { Watch } from '#app/features/activity/watching.server.ts'
import type { EffectIntervals } from '#app/features/ballots/standpoint-effect.ts'
import type { RatingRunner } from '#app/features/opinions/ratings/rating-runner.server.ts'
import type { CampRunner } from '#app/features/opinions/runs/camp-runner.server.ts'
import type { Fragments } from '#app/lib/fragments.server.ts'
import type { Insertions } from '#app/lib/insertions.server.ts'
import type { Db } from '#db/open.ts'
import type { Trouble } from '#db/trouble.ts'
import type { Pictures } from './found/pictures.server.ts'
import type { Limits } from './limits.server.ts'

/** What the server opens once and hands to every route: nothing with state is a module's own, since server and bundle are two module graphs. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    db: Db
    env: Env
    log: { error(details: object, message: string): void }
    /** Address of the script that makes plain forms and links pleasant. */
    script: string
    /** What open pages are told of. */
    watch: Watch
    /** What computes camps beside the server. */
    camps: CampRunner
    /** What rates arguments beside the server. */
    ratings: RatingRunner
    /** Intervals of standpoint effects that were drawn before. */
    intervals: EffectIntervals
    /** Whether the database can be written to. */
    trouble: Trouble
    /** Who may do how much. */
    limits: Limits
    /** Whom the request comes from. */
    address: string
    /** What the answer's headers get beside their own, whatever page it becomes. */
    beside: Headers
    /** For whom a page is made that all members share. */
    reader: AnyMember | undefined
    /** Pieces of pages that were made before. */
    fragments: Fragments
    /** What the page gets as bytes. */
    insertions: Insertions
    /** Pictures that were drawn before. */
    pictures: Pictures
  }
}

/** Names that the `$` parts of route files have. A route reads those of its own; one misspelt does not compile. */
export type Params = Record<
  | 'id'
  | 'handle'
  | 'type'
  | 'axis'
  | 'subjectType'
  | 'subjectId'
  | 'standpointId'
  | 'framingId'
  | 'labelId'
  | 'transcriptId'
  | 'version'
  | 'name'
  | 'other'
  | 'place'
  | 'token'
  | 'file',
  string
>

/** What a route's own code is given, pages and API alike. */
export interface Asked<M extends Member | null = Member | null> {
  db: Db
  env: Env
  member: M
  params: Params
  url: URL
  request: Request
  watch: Watch
  camps: CampRunner
  ratings: RatingRunner
  intervals: EffectIntervals
  limits: Limits
  address: string
  fragments: Fragments
  insertions: Insertions
  pictures: Pictures
}
