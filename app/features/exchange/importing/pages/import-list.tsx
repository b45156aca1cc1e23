import { Count, Time } from '#app/ui/time.tsx'
import { type ImportLine, nameOf } from '../import.ts'
import { stateWords } from './words.ts'

export function ImportList({ imports }: { imports: ImportLine[] }) {
  return (
    <ul className="list">
      {imports.map(({ id, files, state, counts, createdAt }) => (
        <li key={id}>
          <h2>
            <a href={`/imports/${id}`}>
              {files.slice(0, 3).map(nameOf).join(', ')}
              {files.length > 3 ? ` and ${files.length - 3} more` : ''}
            </a>
          </h2>
          <p className="meta">
            <span>{stateWords[state]}</span>
            {counts ? (
              <span>
                <Count n={counts.created} /> created
              </span>
            ) : null}
            {counts?.existing ? (
              <span>
                <Count n={counts.existing} /> already there
              </span>
            ) : null}
            {counts?.refused ? (
              <span>
                <Count n={counts.refused} /> refused
              </span>
            ) : null}
            <Time ms={createdAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
