import type { ComponentType } from 'react'

interface Props {
  /** What a version says otherwise than another. */
  changes: readonly { name: string; from: string; to: string }[]
  /** Draws what changed from one text to another. */
  Diff: ComponentType<{ from: string; to: string }>
}

/** Field by field, what changed. */
export function ChangedWords({ changes, Diff }: Props) {
  return (
    <dl className="version-words">
      {changes.map(({ name, from, to }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Diff from={from} to={to} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Field by field, what a first version says. */
export function FirstWords({ words }: { words: readonly { name: string; text: string }[] }) {
  return (
    <dl className="version-words">
      {words
        .filter(({ text }) => text)
        .map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
