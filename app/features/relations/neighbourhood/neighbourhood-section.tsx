import { MentionedIn } from '#app/features/mentions/mention-list.tsx'
import type { Mentions } from '#app/features/mentions/mentions.server.ts'
import { NamedText } from '#app/features/mentions/named-text.tsx'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'
import type { RelationKind } from '../kinds/relation-kind.ts'
import type { NearShown } from '../near/near.ts'
import { NearSection } from '../near/near-section.tsx'
import { groupWord, type NamedNode, type Node, nodePath } from '../node.ts'
import { RelateForm } from '../relating/relate-form.tsx'
import type { Neighbour, NeighbourGroup, Said } from './neighbourhood.ts'

export interface NeighbourhoodShown {
  node: NamedNode
  edges: number
  groups: NeighbourGroup[]
  kinds: RelationKind[]
  near: NearShown
  /** Null where the page has a list of its own. */
  mentions: Mentions | null
}

/** What is related to the thing that a page shows, and the form that relates it to more. */
export function NeighbourhoodSection({ node, edges, groups, kinds, near, mentions }: NeighbourhoodShown) {
  return (
    <>
      <section className="neighbourhood" id="neighbourhood" aria-labelledby="neighbourhood-title">
        <h2 id="neighbourhood-title">Neighbourhood</h2>
        {edges > 0 ? (
          <p className="meta">
            <span>{counted(edges, 'relation')}, as members said</span>
            <a href={mapPath(node)}>The map around it</a>
          </p>
        ) : (
          <p className="soft">Nobody has said yet how this relates to anything else.</p>
        )}
        {groups.map(({ group, count, items }) => (
          <div key={group} className="neighbour-group">
            <h3>
              <span className="group-name">{groupWord(group, count)}</span> <span className="soft">{count}</span>
            </h3>
            <NeighbourList neighbours={items} />
            {count > items.length ? (
              <p className="more">
                <a href={`${mapPath(node)}?group=${group}`}>
                  All <Count n={count} /> {groupWord(group, count)}
                </a>
              </p>
            ) : null}
          </div>
        ))}
        <details className="relate">
          <summary>Relate this to something</summary>
          <RelateForm from={node} kinds={kinds} />
        </details>
        <NearSection node={node} near={near} />
      </section>
      {mentions ? <MentionedIn mentions={mentions} url="" /> : null}
    </>
  )
}

export const mapPath = ({ kind, id }: Node) => `/map/${kind}/${id}`

export function NeighbourList({ neighbours }: { neighbours: Neighbour[] }) {
  return (
    <ul className="neighbours">
      {neighbours.map(({ node, edges, relations }) => (
        <li key={nodePath(node)}>
          <p className="neighbour">
            <a href={nodePath(node)}>{node.name}</a> <span className="soft small">{counted(edges, 'relation')}</span>
          </p>
          <ul className="relations-said">
            {relations.map((relation) => (
              <SaidLine key={relation.id} {...relation} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function SaidLine({ id, reads, why, by, comments }: Said) {
  return (
    <li>
      <span className="reads">{reads}</span> {why ? <NamedText text={why} /> : null}{' '}
      <span className="meta">
        <MemberLink handle={by} />
        <a href={`/relations/${id}`}>{comments > 0 ? `In dispute: ${counted(comments, 'comment')}` : 'Discuss'}</a>
      </span>
    </li>
  )
}
