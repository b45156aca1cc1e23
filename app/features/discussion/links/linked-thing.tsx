import { LabelMark, TallyLine } from '#app/features/labels/label-chip.tsx'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Cited } from '../arguments/evidence.server.ts'
import { WordsInPlace } from '../arguments/evidence-card.tsx'
import type { LinkedCard } from './linked-card.ts'

/** A thing of this site, as it stands now, where its address was put. */
export function LinkedThing({ card }: { card: LinkedCard }) {
  if (card.kind === 'deleted') return <p className="card linked soft">This {card.was} was deleted.</p>
  if (card.kind === 'excerpt') return <LinkedExcerpt cited={card.cited} />
  if (card.kind === 'claim') return <LinkedClaim claim={card} />
  return <LinkedWords said={card} />
}

function LinkedExcerpt({ cited }: { cited: Cited }) {
  return (
    <figure className="card linked">
      <WordsInPlace cited={cited} />
      <figcaption>
        {cited.labellings.map((labelling) => (
          <p key={labelling.labelId} className="relied-on">
            <LabelMark labelId={labelling.labelId} /> <a href={`/labels/${labelling.labelId}`}>{labelling.name}</a>
            <TallyLine labelling={labelling} />
          </p>
        ))}
        <p className="meta">
          <a href={`/excerpts/${cited.id}`}>The excerpt</a>
          <span>
            from <a href={`/transcripts/${cited.transcriptId}`}>{cited.transcriptTitle}</a>
          </span>
        </p>
      </figcaption>
    </figure>
  )
}

function LinkedClaim({ claim }: { claim: LinkedCard & { kind: 'claim' } }) {
  return (
    <div className="card linked">
      <p className="linked-title">
        <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </p>
      {claim.framings.length > 1 ? <p className="small">{claim.framings.join(' · ')}</p> : null}
      <p className="meta">
        <span>Claim{claim.asks ? `: ${claim.asks}` : ''}</span>
        <span>{claim.voters === 0 ? 'nobody voted yet' : `${counted(claim.voters, 'member')} voted`}</span>
      </p>
    </div>
  )
}

function LinkedWords({ said }: { said: LinkedCard & { kind: 'post' | 'comment' } }) {
  return (
    <div className="card linked">
      <p className="linked-title">
        <a href={`/${said.kind}s/${said.id}`}>{said.kind === 'post' ? said.title : `A comment on ${said.on}`}</a>
      </p>
      {said.words ? <p className="small">{said.words}</p> : null}
      <p className="meta">
        <MemberLink handle={said.handle} />
        <Time ms={said.createdAt} />
      </p>
    </div>
  )
}
