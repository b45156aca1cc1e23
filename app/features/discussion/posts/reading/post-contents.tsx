import type { Heading } from './contents.ts'

/** The headings of a long post, to jump to. */
export function Contents({ headings }: { headings: Heading[] }) {
  if (headings.length === 0) return null
  const top = Math.min(...headings.map(({ level }) => level))
  return (
    <details className="contents" open>
      <summary>Contents</summary>
      <nav aria-label="Contents">
        <ul>
          {headings.map(({ id, words, level }) => (
            <li key={id} className={`depth-${Math.min(level - top, 2)}`}>
              <a href={`#${id}`}>{words || 'Untitled'}</a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}
