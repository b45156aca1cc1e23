import type { Label } from '../label.ts'

/** What a label means, with words that it fits and words that it does not. */
export function LabelMeaning({ label }: { label: Pick<Label, 'definition' | 'examples' | 'counterExamples'> }) {
  return (
    <div className="prose label-meaning">
      <p>{label.definition || 'Nobody has written down yet what this label means.'}</p>
      {label.examples ? (
        <>
          <h2>It fits</h2>
          <p>{label.examples}</p>
        </>
      ) : null}
      {label.counterExamples ? (
        <>
          <h2>It does not fit</h2>
          <p>{label.counterExamples}</p>
        </>
      ) : null}
    </div>
  )
}
