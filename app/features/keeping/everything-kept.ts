import { accountKept } from '#app/features/accounts/removing/kept.ts'
import { activityKept } from '#app/features/activity/kept.ts'
import { annotationsKept } from '#app/features/annotations/kept.ts'
import { ballotsKept } from '#app/features/ballots/kept.ts'
import { claimsKept } from '#app/features/claims/keeping/kept.ts'
import { classifyingKept } from '#app/features/classifying/kept.ts'
import { conceptsKept } from '#app/features/concepts/kept.ts'
import { discussionKept } from '#app/features/discussion/kept.ts'
import { exchangeKept } from '#app/features/exchange/kept.ts'
import { labelsKept } from '#app/features/labels/kept.ts'
import { moderationKept } from '#app/features/moderation/kept.ts'
import { notificationsKept } from '#app/features/notifications/kept.ts'
import { opinionsKept } from '#app/features/opinions/kept.ts'
import { picturesKept } from '#app/features/pictures/kept.ts'
import { relationsKept } from '#app/features/relations/kept.ts'
import { searchKept } from '#app/features/search/kept.ts'
import { transcriptsKept } from '#app/features/transcripts/kept.ts'
import { votesKept } from '#app/features/votes/kept.ts'
import type { Kept } from '#db/kept.ts'

/** Of the roof, of rooms above and of this room itself. */
const elsewhere: Kept[] = [
  {
    table: 'unnamed_voters',
    column: 'member_id',
    key: ['kind', 'number'],
    removed: 'stays',
    given: { leftOut: 'these stand for nobody in particular, and can have no account' },
  },
  {
    table: 'idempotent_answers',
    column: 'member_id',
    key: ['key'],
    removed: 'goes',
    given: { leftOut: 'copies of answers, for whoever asks again' },
  },
  {
    table: 'removals',
    column: 'member_id',
    removed: 'stays',
    given: { leftOut: 'there is none before the account goes' },
  },
]

/** All that the site keeps of a member. A test compares it with every column that names one. */
export const everythingKept: Kept[] = [
  ...accountKept,
  ...activityKept,
  ...annotationsKept,
  ...ballotsKept,
  ...claimsKept,
  ...classifyingKept,
  ...conceptsKept,
  ...discussionKept,
  ...exchangeKept,
  ...labelsKept,
  ...moderationKept,
  ...notificationsKept,
  ...opinionsKept,
  ...picturesKept,
  ...relationsKept,
  ...searchKept,
  ...transcriptsKept,
  ...votesKept,
  ...elsewhere,
]
