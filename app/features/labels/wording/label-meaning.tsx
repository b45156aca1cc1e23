import { NamedText } from '#app/features/mentions/named-text.tsx'
import type { Label } from '../label.ts'

interface MeaningProps {
  label: Pick<Label, 'definition' | 'examples' | 'counterExamples'>
}

/** What a label means, with words that it fits and words that it does not. */
export function LabelMeaning({ label }: MeaningProps) {
  return (
    <div className="prose label-meaning">
      <p>
        {label.definition ? (
          <NamedText text={label.definition} />
        ) : (
          'Nobody has written down yet what this label means.'
        )}
      </p>
      {label.examples ? (
        <>
          <h2>It fits</h2>
          <p>
            <NamedText text={label.examples} />
          </p>
        </>
      ) : null}
      {label.counterExamples ? (
        <>
          <h2>It does not fit</h2>
          <p>
            <NamedText text={label.counterExamples} />
          </p>
        </>
      ) : null}
    </div>
  )
}
