import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { shortHash } from './classifier.ts'
import type { ShownClassifier } from './classifiers.server.ts'

/** Which model, about which label, asked since when and by whom. */
export function ClassifierFacts({ classifier }: { classifier: ShownClassifier }) {
  const { labelId, labelName, model, role, madeBy, createdAt, promptHash } = classifier
  return (
    <p className="meta">
      <span>
        on <a href={`/labels/${labelId}`}>{labelName}</a>
      </span>
      <span>model {model}</span>
      <span>{role ? `asked about each ${role} turn` : 'asked about whole transcripts'}</span>
      <span>prompt {shortHash(promptHash)}</span>
      <MemberLink handle={madeBy} />
      <Time ms={createdAt} />
    </p>
  )
}

interface Totals {
  yes: number
  no: number
  unread: number
  prompt: number
  completion: number
}

/** What the answers say together, and what they cost. */
export function TotalsLine({ totals: { yes, no, unread, prompt, completion } }: { totals: Totals }) {
  return (
    <p>
      {counted(yes + no + unread, 'answer')}: {yes} yes, {no} no, {unread} that cannot be read.{' '}
      {counted(prompt, 'token')} asked, {counted(completion, 'token')} answered.
    </p>
  )
}

/** Words as a machine was given them or gave them, line by line. */
export function MachineText({ words, label }: { words: string; label: string }) {
  return (
    <section className="machine-text" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{words}</pre>
    </section>
  )
}
