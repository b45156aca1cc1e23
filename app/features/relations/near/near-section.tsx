import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { type NamedNode, type Node, nodePath } from '../node.ts'
import { refOf } from '../relating/ref.ts'
import { type Dismissed, mayBeMerged, type NearNode, type NearShown } from './near.ts'

interface Props {
  node: NamedNode
  near: NearShown
}

/** What only looks alike, apart from what members said: how it was made, and what can be done about each. */
export function NearSection({ node, near }: Props) {
  const { items, dismissed, how, model, computedAt } = near
  if (computedAt === null || items.length + dismissed.length === 0) return null
  return (
    <section className="near" id="near" aria-labelledby="near-title">
      <h3 id="near-title">Perhaps near</h3>
      <p className="meta">
        <span>
          Computed, said by nobody: {how === 'words' ? 'by shared words' : `by meaning, after ${model}`},{' '}
          <Time ms={computedAt} />
        </span>
        <a href="/numbers#near">How</a>
      </p>
      {items.length === 0 ? <p className="soft">Nothing more is near.</p> : null}
      <ul className="near-nodes">
        {items.map((item) => (
          <NearLine key={nodePath(item.node)} node={node} item={item} />
        ))}
      </ul>
      {dismissed.length > 0 ? <DismissedList node={node} dismissed={dismissed} /> : null}
    </section>
  )
}

function NearLine({ node, item }: { node: NamedNode; item: NearNode }) {
  const { node: other, score } = item
  return (
    <li>
      <a className="near-name" href={nodePath(other)}>
        {other.name}
      </a>{' '}
      <span className="meta">
        <span>{other.group}</span>
        <span title="Cosine of the two texts, from 0 to 1">{score.toFixed(2)}</span>
      </span>
      <span className="near-steps">
        <a className="near-step" href={`/relations/new?from=${refOf(node)}&to=${refOf(other)}`}>
          Relate
        </a>
        {mayBeMerged(node, other) ? (
          <a className="near-step" href={`${nodePath(node)}/merge?into=${other.id}`}>
            Same thing
          </a>
        ) : null}
        <NearButton {...{ node, other }} does="dismiss" says="Dismiss" />
      </span>
    </li>
  )
}

function DismissedList({ node, dismissed }: { node: NamedNode; dismissed: Dismissed[] }) {
  return (
    <details>
      <summary>{dismissed.length} dismissed</summary>
      <ul className="near-nodes">
        {dismissed.map(({ node: other, by, at }) => (
          <li key={nodePath(other)}>
            <a className="near-name" href={nodePath(other)}>
              {other.name}
            </a>{' '}
            <span className="meta">
              <span>
                by <MemberLink handle={by} />
              </span>
              <Time ms={at} />
            </span>
            <span className="near-steps">
              <NearButton {...{ node, other }} does="restore" says="Not so" />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ButtonProps {
  node: Node
  other: NamedNode
  does: 'dismiss' | 'restore'
  says: string
}

function NearButton({ node, other, does, says }: ButtonProps) {
  return (
    <form method="post" action={`/near?one=${refOf(node)}&other=${refOf(other)}`} data-swap="near">
      <button type="submit" className="link near-step" name="do" value={does} aria-label={`${says}: ${other.name}`}>
        {says}
      </button>
    </form>
  )
}
