import { signOf } from '#app/features/labels/label.ts'
import { LabelMark } from '#app/features/labels/label-chip.tsx'
import { Mark } from '#app/ui/plots/marks.tsx'
import { Part } from './part.tsx'
import { colours, spaces } from './tokens.ts'

/** Each colour in light and in dark, whatever this reader has chosen. */
export function Colours() {
  return (
    <Part id="colours" title="Colours" says="Every colour is a token, and each stands for both: light and dark.">
      <div className="guide-schemes">
        <Scheme name="light" />
        <Scheme name="dark" />
      </div>
      <h3>Never colour alone</h3>
      <p className="guide-row">
        {[0, 1, 2, 3, 4, 5, 6, 7].map((hue) => (
          <span key={hue} className={`hue-${hue}`}>
            <Mark mark={hue} /> hue {hue}
          </span>
        ))}
      </p>
      <p className="guide-row">
        {labelsOfEachHue().map((id) => (
          <span key={id}>
            <LabelMark labelId={id} /> a label’s mark
          </span>
        ))}
      </p>
    </Part>
  )
}

/** Names of labels that between them have all marks. */
function labelsOfEachHue(): string[] {
  const byMark = new Map<string, string>()
  for (let n = 0; n < 200; n++) {
    const { hue, mark } = signOf(`label-${n}`)
    byMark.set(`${hue} ${mark}`, `label-${n}`)
  }
  return [...byMark.values()]
}

function Scheme({ name }: { name: 'light' | 'dark' }) {
  return (
    <ul className={`guide-swatches in-${name}`} aria-label={`Colours, ${name}`}>
      {colours.map((colour) => (
        <li key={colour}>
          <svg width="40" height="24" aria-hidden="true">
            <rect width="40" height="24" fill={`var(--${colour})`} stroke="var(--strong-rule)" />
          </svg>
          {colour}
        </li>
      ))}
    </ul>
  )
}

/** The steps of which all distances are made. */
export function Rhythm() {
  return (
    <Part id="rhythm" title="Rhythm" says="Distances are these six, in the direction of the writing.">
      <ul className="guide-swatches">
        {spaces.map(({ name, value }) => (
          <li key={name}>
            <svg width={value} height="16" aria-hidden="true">
              <rect width="100%" height="16" fill="var(--accent)" />
            </svg>
            {name}, {value}
          </li>
        ))}
      </ul>
    </Part>
  )
}
