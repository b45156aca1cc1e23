import { NamedText } from '#app/features/mentions/named-text.tsx'
import type { Label } from '../label.ts'

interface MeaningProps {
  label: Pick<Label, 'definition' | 'examples' | 'counterExamples'>
  title?: 'h2' | 'h3'
}

/** What a label means, with words that it fits and words that it does not. */
export function LabelMeaning({ label, title: Title = 'h2' }: MeaningProps) {
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
          <Title>It fits</Title>
          <p>
            <NamedText text={label.examples} />
          </p>
        </>
      ) : null}
      {label.counterExamples ? (
        <>
          <Title>It does not fit</Title>
          <p>
            <NamedText text={label.counterExamples} />
          </p>
        </>
      ) : null}
    </div>
  )
}
