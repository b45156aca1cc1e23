import { aroundChanges, changesBetween } from './diff.ts'

/** What changed from one text to another, word by word: struck and underlined, so that no colour is needed, and said to who listens. */
export function Diff({ from, to }: { from: string; to: string }) {
  if (from === to) return <p className="soft">Nothing changed.</p>
  return (
    <div className="diff as-written" dir="auto">
      {aroundChanges(changesBetween(from, to)).map((change, n) => {
        const key = `${n} ${change?.kind}`
        if (!change)
          return (
            <span key={key} className="diff-gap">
              … unchanged …
            </span>
          )
        if (change.kind === 'same') return <span key={key}>{change.text}</span>
        return <Changed key={key} isAdded={change.kind === 'added'} text={change.text} />
      })}
    </div>
  )
}

function Changed({ isAdded, text }: { isAdded: boolean; text: string }) {
  const Mark = isAdded ? 'ins' : 'del'
  return (
    <Mark>
      <span className="visually-hidden">{isAdded ? '[added: ' : '[removed: '}</span>
      {text}
      <span className="visually-hidden">]</span>
    </Mark>
  )
}
