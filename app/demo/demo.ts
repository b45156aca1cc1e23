import { helpfulOnly } from '#app/demo/claim-helpful-only.ts'
import { variants } from '#app/demo/claim-variants.ts'
import { inTheTiers, tiersCollection, tierTranscripts } from '#app/demo/collection-tiers.ts'
import { elsewhere } from '#app/demo/comments-elsewhere.ts'
import { onFaithful } from '#app/demo/comments-faithful.ts'
import { concepts } from '#app/demo/concepts.ts'
import { inTheLetter } from '#app/demo/excerpts-letter.ts'
import { aboutTheTea } from '#app/demo/excerpts-tea.ts'
import { framings } from '#app/demo/framings.ts'
import { labels } from '#app/demo/labels.ts'
import { members } from '#app/demo/members.ts'
import { posts } from '#app/demo/posts.ts'
import { propositions } from '#app/demo/propositions.ts'
import { relations } from '#app/demo/relations.ts'
import type { Demo } from '#app/demo/shape.ts'
import { letter } from '#app/demo/transcript-letter.ts'
import { tea } from '#app/demo/transcript-tea.ts'

/** The members are demo accounts, and no model said what the transcripts say; the papers, people and words on the map are those that there are. */
export const demo: Demo = {
  members,
  labels,
  transcripts: [letter, tea, ...tierTranscripts],
  collections: [tiersCollection],
  excerpts: [...inTheLetter, ...aboutTheTea, ...inTheTiers],
  framings,
  claims: [...propositions, helpfulOnly, ...variants],
  concepts,
  relations,
  posts,
  comments: [...onFaithful, ...elsewhere],
}
