import type { ComponentType, ReactNode } from 'react'

/** Draws what changed from one text to another. */
export type DiffOf = ComponentType<{ from: string; to: string }>

interface Named {
  name: string
  text: string
}

/** Above a history: that nothing in it is rendered, and what the marks of its edits mean. */
export function AsWritten({ children }: { children?: ReactNode }) {
  return (
    <p className="soft small">
      Words are shown as they were typed, with any Markdown in them:{' '}
      {children ?? (
        <>
          <del>struck</del> what an edit took away, <ins>underlined</ins> what it added.
        </>
      )}
    </p>
  )
}

/** A text as it was typed. */
export function Written({ text }: { text: string }) {
  return (
    <div className="as-written" dir="auto">
      {text}
    </div>
  )
}

/** Field by field, what changed. */
export function ChangedWords({
  changes,
  Diff,
}: {
  /** What a version says otherwise than another. */
  changes: readonly { name: string; from: string; to: string }[]
  Diff: DiffOf
}) {
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
export function FirstWords({ words }: { words: readonly Named[] }) {
  const typed = words.filter(({ text }) => text)
  if (typed.length === 0) return <p className="soft">No words yet.</p>
  return (
    <dl className="version-words">
      {typed.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Written text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A version whose fields are those of the one before it, in the same order. */
export function VersionWords({
  words,
  before,
  Diff,
}: {
  words: readonly Named[]
  before: readonly Named[] | undefined
  Diff: DiffOf
}) {
  if (!before) return <FirstWords words={words} />
  const changes = words.map(({ name, text }, n) => ({ name, from: before[n]?.text ?? '', to: text }))
  return <ChangedWords changes={changes.filter(({ from, to }) => from !== to)} Diff={Diff} />
}
