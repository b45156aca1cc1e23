import { AsWritten, Written } from '#app/ui/changed-words.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PostRevision } from '../../post.ts'
import { Diff } from '../diff.tsx'
import { partsOf } from './compared.ts'

interface Compared {
  revisions: PostRevision[]
  from: PostRevision | null
  to: PostRevision
}

/** Every wording of a post, and what changed between the two that are chosen. */
export function PostHistory({ revisions, from, to }: Compared) {
  return (
    <>
      {from ? <Compare revisions={revisions} from={from} to={to} /> : <NeverChanged />}
      <h2>Every wording</h2>
      {revisions.map((one) => (
        <details key={one.revision} className="revision">
          <summary>
            Revision {one.revision} · <Time ms={one.at} /> · <span className="member">{one.handle}</span>
          </summary>
          <h3>{one.title}</h3>
          <Written text={one.body} />
        </details>
      ))}
    </>
  )
}

function NeverChanged() {
  return (
    <>
      <p className="soft">It was never changed.</p>
      <AsWritten />
    </>
  )
}

function Compare({ revisions, from, to }: Compared & { from: PostRevision }) {
  return (
    <>
      <form method="get" className="compare">
        <Choice name="from" label="From" revisions={revisions} chosen={from.revision} />
        <Choice name="to" label="To" revisions={revisions} chosen={to.revision} />
        <button className="button quiet" type="submit">
          Compare
        </button>
      </form>
      <AsWritten>
        <del>struck</del> what revision {from.revision} alone says, <ins>underlined</ins> what revision {to.revision}{' '}
        alone says.
      </AsWritten>
      {partsOf(from, to).map(([name, before, after]) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          <Diff from={before} to={after} />
        </section>
      ))}
    </>
  )
}

function Choice(props: { name: string; label: string; revisions: PostRevision[]; chosen: number }) {
  const { name, label, revisions, chosen } = props
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} defaultValue={chosen}>
        {revisions.map(({ revision, at, handle }) => (
          <option key={revision} value={revision}>
            {`${revision}: ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}, ${handle}`}
          </option>
        ))}
      </select>
    </div>
  )
}
