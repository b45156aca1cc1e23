import { counted } from '#app/ui/plain.tsx'

/** So many of what everybody counts, of which an act took something out or put it back. */
export interface Counts {
  /** Votes on claims, and on how many claims. */
  votes?: number
  claims?: number
  labelVotes?: number
  /** Approval and agreement. */
  approvals?: number
  /** What a post or comment argues, and the excerpts that it cites. */
  arguments?: number
  citations?: number
  /** Moved to another thread. */
  comments?: number
}

const did: Record<string, string> = { restored: 'Back in the counts', moved: 'Counted there now' }

/** What an act did to counts, in a sentence; nothing where nothing changed. */
export function changedWords(act: string, counts: Counts): string | null {
  const words = countsWords(counts)
  return words === null ? null : `${did[act] ?? 'Out of the counts'}: ${words}.`
}

/** "12 votes on 5 claims, 3 label votes"; nothing where nothing changed. */
export function countsWords({ votes = 0, claims = 0, ...more }: Counts): string | null {
  const said = [
    votes > 0 ? `${counted(votes, 'vote')} on ${counted(claims, 'claim')}` : '',
    words(more.labelVotes, 'label vote'),
    words(more.approvals, 'vote on posts and comments', 'votes on posts and comments'),
    words(more.arguments, 'argument'),
    words(more.comments, 'comment'),
    words(more.citations, 'citation of an excerpt', 'citations of excerpts'),
  ]
  return said.filter(Boolean).join(', ') || null
}

const words = (n = 0, one: string, many?: string) => (n > 0 ? counted(n, one, many) : '')
