import type { ReactNode } from 'react'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Argument, Source } from '../bearing.ts'
import { subjectPath } from '../comment.ts'
import type { Cards } from './evidence.server.ts'
import { EvidenceCards } from './evidence-card.tsx'

/** An argument in a list: who argues it, its first words and its evidence; what is known of its votes comes between. Where the list does not say what it argues, `about` does. */
export function ArgumentItem(props: { argument: Argument; cards: Cards; about?: ReactNode; children: ReactNode }) {
  const { argument, cards, about, children } = props
  const { author, createdAt, on, standpointName, evidence } = argument
  return (
    <>
      {about}
      <p className="meta">
        <MemberLink handle={author.handle} />
        <Time ms={createdAt} />
        {about ? null : (
          <span>
            {on === 'fit' ? 'on its fit' : 'on its name'}
            {standpointName ? `, ${standpointName}` : ''}
          </span>
        )}
      </p>
      <FirstWords argument={argument} />
      {children}
      <EvidenceCards evidence={evidence.slice(0, outright)} cards={cards} />
      {evidence.length > outright ? (
        <details>
          <summary>{counted(evidence.length - outright, 'more piece', 'more pieces')} of evidence</summary>
          <EvidenceCards evidence={evidence.slice(outright)} cards={cards} />
        </details>
      ) : null}
    </>
  )
}

/** Cards that a list shows of one argument; the others unfold. */
const outright = 2

function FirstWords({ argument: { source, title, words, author } }: { argument: Argument }) {
  const at = argumentPath(source)
  if (title)
    return (
      <p className="argument-words">
        <a href={at}>{title}</a>: {words}
      </p>
    )
  return (
    <p className="argument-words">
      {words}{' '}
      <a href={at}>
        Read&nbsp;it<span className="visually-hidden">: what {author.handle} wrote</span>
      </a>
    </p>
  )
}

/** Where a post or comment is read: a comment's address leads to its place in its thread. */
export const argumentPath = ({ kind, id }: Source) => (kind === 'post' ? subjectPath({ kind, id }) : `/comments/${id}`)
