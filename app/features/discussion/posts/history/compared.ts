import type { PostRevision } from '../../post.ts'

/** The two revisions that are compared: those asked for, else the newest and the one before it. `from` is null where there is but one. */
export function chosenRevisions(
  revisions: readonly PostRevision[],
  asked: { from: string | null; to: string | null },
): { from: PostRevision | null; to: PostRevision | undefined } {
  const numbered = (given: string | null) => revisions.find(({ revision }) => String(revision) === given)
  const to = numbered(asked.to) ?? revisions[0]
  const before = revisions[revisions.indexOf(to as PostRevision) + 1]
  return { from: numbered(asked.from) ?? before ?? null, to }
}

type Part = readonly [name: string, from: string, to: string]

/** What of a post differs between two revisions, part by part; the body is there in any case. */
export function partsOf(from: PostRevision, to: PostRevision): Part[] {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  return after
    .map(([name, words], n): Part => [name, (before[n] as [string, string])[1], words])
    .filter(([name, one, other]) => name === 'Body' || one !== other)
}

function wordsOf({ kind, title, url, body, review }: PostRevision): [name: string, words: string][] {
  return [
    ['Title', title],
    ['Kind', kind ?? ''],
    ['Address', url ?? ''],
    ['Body', body],
    ['Asked by', review?.askedBy ?? ''],
    ['What the authors answered', review?.answered ?? ''],
    ['What they changed', review?.changed ?? ''],
  ]
}
