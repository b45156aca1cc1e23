import { StandingWords } from '#app/features/ballots/standing.tsx'
import { ClaimCard } from '#app/features/claims/claim-card.tsx'
import { PasteBox } from '#app/features/transcripts/pasting/paste-box.tsx'
import { Empty } from '#app/ui/plain.tsx'
import type { Contested, Standing } from '../contested.server.ts'
import { ContestedClaim } from '../contested-claim.tsx'

/** What this is, in two sentences, and the box in which it begins. */
export function FrontHead({ isVisitor }: { isVisitor: boolean }) {
  return (
    <header className="front-head">
      <div>
        <h1>What did the model do, and what should we call it?</h1>
        <p className="prose">
          Here people argue about what AI models said and did, with the words themselves as evidence. Votes show where
          they stand, and how much of what divides them is only the standpoint.
        </p>
        {isVisitor ? (
          <p className="actions">
            <a href="/about">What this is</a>
            <a href="/guide">How to take part</a>
          </p>
        ) : null}
      </div>
      <PasteBox />
    </header>
  )
}

/** The claim to judge, and what else is contested. */
export function FrontClaims({ first, others }: { first: Contested | null; others: Standing[] }) {
  return (
    <>
      <section className="front-wide">
        <h2>{first && !first.isContested ? 'A case to judge' : 'Contested now'}</h2>
        {first ? (
          <ContestedClaim {...first} />
        ) : (
          <Empty href="/claims/new" step="Propose a claim">
            What people differ over stands here: a case, told in words that all sides accept, and the names they would
            give it.
          </Empty>
        )}
      </section>
      {others.length > 0 ? (
        <section className="front-wide">
          <h2>Contested, too</h2>
          <ul className="list front-claims">
            {others.map(({ claim, standing }) => (
              <li key={claim.id}>
                <ClaimCard claim={claim} standing={<StandingWords claim={claim} standing={standing} />} level="h3" />
              </li>
            ))}
          </ul>
          <p>
            <a href="/claims?sort=contested">All that is contested</a>
          </p>
        </section>
      ) : null}
    </>
  )
}

export function NothingArgued() {
  return (
    <Empty href="/posts/new" step="Write a post">
      Posts that argue a reading stand here, with the words they rest on. Nobody has written one yet.
    </Empty>
  )
}

export function NothingMarked() {
  return (
    <Empty href="/transcripts" step="See the transcripts">
      Words over whose label votes are split stand here. None are yet: mark some, and ask others what they are.
    </Empty>
  )
}
