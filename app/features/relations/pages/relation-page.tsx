import { NamedText } from '#app/features/mentions/named-text.tsx'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { mapPath } from '../neighbourhood/neighbourhood-section.tsx'
import { type NamedNode, nodePath } from '../node.ts'
import type { RelationChange, RelationPage } from '../said.server.ts'

const states = {
  said: null,
  withdrawn: 'This relation was withdrawn.',
  dropped: 'This relation was dropped when what it joined was merged.',
}

const NodeLink = ({ node }: { node: NamedNode }) => <a href={nodePath(node)}>{node.name}</a>

/** A relation in a sentence, with who said it, when and why. */
export function RelationHead({ relation }: { relation: RelationPage }) {
  const { from, to, reads, readsBack, why, by, at, state, again } = relation
  return (
    <>
      <p className="meta">
        <a href="/relations/kinds">Relation</a>
      </p>
      <h1 className="relation-line">
        <NodeLink node={from} /> <span className="reads">{reads}</span> <NodeLink node={to} />
      </h1>
      {states[state] ? (
        <p className="notice">
          {states[state]} {again ? <a href={`/relations/${again}`}>It was said again.</a> : null}
        </p>
      ) : null}
      {why ? (
        <p className="prose">
          <NamedText text={why} />
        </p>
      ) : (
        <p className="soft">Nobody wrote down why.</p>
      )}
      <p className="meta">
        <span>
          said by <MemberLink handle={by} />
        </span>
        <Time ms={at} />
        <ReadsBack reads={reads} back={readsBack} />
        <a href={mapPath(from)}>The map around it</a>
      </p>
    </>
  )
}

function ReadsBack({ reads, back }: { reads: string; back: string }) {
  if (reads === back) return <span>reads the same from both ends</span>
  return (
    <span>
      the other way round: <span className="reads">{back}</span>
    </span>
  )
}

const changes = {
  edited: 'wrote the line anew; until then it was',
  withdrawn: 'withdrew it; it said',
  moved: 'merged an end of it; until then it was',
  dropped: 'merged an end of it, which left it without a place; it was',
}

export function RelationHistory({ history }: { history: RelationChange[] }) {
  if (history.length === 0) return null
  return (
    <details>
      <summary>History: {counted(history.length, 'change')}</summary>
      <ol className="list">
        {history.map(({ id, change, isUndone, from, to, why, handle, at }) => (
          <li key={id}>
            <p className="meta">
              <MemberLink handle={handle} /> <Time ms={at} />
            </p>
            <p>
              {changes[change]}: {change === 'moved' || change === 'dropped' ? <Ends from={from} to={to} /> : null}“
              {why || 'nothing'}”.{isUndone ? ' The merge was taken back.' : ''}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Ends({ from, to }: { from: NamedNode | null; to: NamedNode | null }) {
  return (
    <>
      {from ? <NodeLink node={from} /> : 'something'} to {to ? <NodeLink node={to} /> : 'something'},{' '}
    </>
  )
}
