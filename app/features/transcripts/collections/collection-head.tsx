import type { ReactNode } from 'react'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { ProseHtml } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Collection } from './collection.ts'

/** What a collection is. `children`: the ways on from it. */
export function CollectionHead({ collection, children }: { collection: Collection; children?: ReactNode }) {
  return (
    <>
      <h1 dir="auto">{collection.title}</h1>
      <p className="meta">
        <span>{counted(collection.transcriptCount, 'transcript')}</span>
        {collection.visibility === 'unlisted' ? <span>unlisted: found by its address only</span> : null}
        <span>
          <MemberLink handle={collection.madeBy} />, <Time ms={collection.createdAt} />
        </span>
      </p>
      {children}
      {collection.html ? <ProseHtml html={collection.html} className="prose collection-description" /> : null}
    </>
  )
}

/** The way back, above a page about a collection. */
export function OfCollection({ collection }: { collection: Pick<Collection, 'id' | 'title'> }) {
  return (
    <p className="soft">
      of <a href={`/collections/${collection.id}`}>{collection.title}</a>
    </p>
  )
}
