import type { DraftLine } from './draft.ts'
import { SavedAt } from './draft-parts.tsx'
import { isNew, type Place, placeNamed, placePath } from './place.ts'

/** One's drafts with where each goes on. `titles` calls what is answered or edited by name, by the place's. */
export function DraftList({ drafts, titles }: { drafts: DraftLine[]; titles: Record<string, string> }) {
  return (
    <ul className="list">
      {drafts.map((draft) => (
        <DraftItem key={draft.id} draft={draft} title={titles[draft.place] ?? ''} />
      ))}
    </ul>
  )
}

function DraftItem({ draft, title }: { draft: DraftLine; title: string }) {
  const place = placeNamed(draft.place)
  if (!place) return null
  const path = placePath(place)
  const copy = draft.isSetAside ? `${path.includes('?') ? '&' : '?'}copy=${draft.id}` : ''
  return (
    <li>
      <h2>
        <a href={path + copy}>{nameOf(place, title)}</a>
      </h2>
      {draft.words ? <p>{draft.words}</p> : <p className="soft">No words yet.</p>}
      <form method="post" className="meta">
        <SavedAt ms={draft.savedAt} />
        {draft.isSetAside ? <span>set aside: what another window saved stands in the form</span> : null}
        <button className="link" type="submit" name="id" value={draft.id}>
          Throw it away<span className="visually-hidden"> ({nameOf(place, title)})</span>
        </button>
      </form>
    </li>
  )
}

/** Without a title: what is answered or edited is not there any more. */
function nameOf(place: Place, title: string): string {
  if (isNew(place)) return `A new ${place.doing}`
  if (title === '') return place.doing === 'edit' ? 'A change of what is gone' : 'An answer to what is gone'
  if (place.doing === 'edit')
    return place.kind === 'post' ? `A change of ${title}` : `A change of a comment on ${title}`
  return place.parentId ? `A reply on ${title}` : `An answer to ${title}`
}
