import { lengthOf, shortened } from '#app/lib/text.ts'
import { type Box, box, colours, hues, sheet } from '#app/ui/picture/boxes.ts'
import { withNotes } from '#app/ui/picture/undrawn.ts'
import { signOf } from '../label.ts'
import { type Labelling, tallyWords } from '../labelling.ts'

const { ink, soft, rule, raised } = colours

/** What a picture of an excerpt shows. */
export interface Pictured {
  /** The words, or a whole transcript's title. */
  words: string
  isWhole: boolean
  title: string
  model: string | null
  labellings: Pick<Labelling, 'labelId' | 'name' | 'agree' | 'disagree' | 'unsure' | 'state' | 'machine'>[]
}

const mostLabels = 3

/** The words, then the labels with their tally, then where it is from. */
export function pictureOf({ words, isWhole, title, model, labellings }: Pictured): Box {
  const shown = labellings.slice(0, mostLabels)
  const from = [shortened(isWhole ? 'All of the transcript' : title, 60), model ? shortened(model, 30) : '']
  const parts = [
    box({ flexGrow: 1, flexShrink: 1, overflow: 'hidden', alignItems: 'center' }, [
      wordsBox(words, isWhole, shown.length),
    ]),
    ...(shown.length > 0 ? [labelsBox(shown, labellings.length - shown.length)] : []),
  ]
  return sheet(parts, from.filter(Boolean).join(' · '))
}

/** Few words stand large, many small. */
function wordsBox(words: string, isWhole: boolean, labels: number): Box {
  const text = shortened(words, 450 - 50 * labels).replace(/\s\S*…$/, '\u00a0…')
  const length = lengthOf(text)
  const fontSize = length < 70 ? 60 : length < 140 ? 50 : length < 240 ? 40 : 34
  const quoted = isWhole ? text : `“${text}”`
  return box(
    { color: ink, fontSize, lineHeight: 1.28, fontWeight: isWhole ? 600 : 400, width: '100%', wordBreak: 'break-word' },
    quoted,
  )
}

function labelsBox(shown: Pictured['labellings'], hidden: number): Box {
  const rows = shown.map(labelRow)
  const more = hidden > 0 ? [box({ color: soft, fontSize: 20 }, `and ${hidden} more`)] : []
  return box({ flexDirection: 'column', gap: 12, padding: '18px 0', borderTop: `2px solid ${rule}` }, [
    ...rows,
    ...more,
  ])
}

function labelRow(labelling: Pictured['labellings'][number]): Box {
  const { labelId, name, state, machine, agree, disagree, unsure } = labelling
  const hue = hues[signOf(labelId).hue] as string
  const isVoted = agree + disagree + unsure > 0
  const said = isVoted ? tallyWords(labelling) : machine ? `by ${shortened(machine.classifier, 24)}` : 'no votes yet'
  return box({ alignItems: 'center', gap: 16, fontSize: 26, color: ink, whiteSpace: 'nowrap' }, [
    box({ width: 380, flexShrink: 0, overflow: 'hidden', fontWeight: 600, color: hue }, shortened(name, 28)),
    bar(hue, agree, disagree, unsure),
    box({ color: soft, fontSize: 23 }, `${said}${state === 'open' ? '' : ` · ${state}`}`),
  ])
}

const barWidth = 220

function bar(hue: string, agree: number, disagree: number, unsure: number): Box {
  const part = (votes: number, background: string) =>
    box({ width: ((barWidth - 4) * votes) / Math.max(1, agree + disagree + unsure), height: 18, background })
  const parts = [part(agree, hue), part(unsure, raised), part(disagree, '#c9bda8')]
  return box({ width: barWidth, height: 22, flexShrink: 0, border: `2px solid ${hue}`, background: raised }, parts)
}

/** The same, with notes for what cannot be drawn. */
export function withNotesIn(pictured: Pictured, undrawn: ReadonlySet<string>): Pictured {
  const noted = (text: string) => withNotes(text, undrawn)
  const { words, title, model, labellings } = pictured
  return {
    ...pictured,
    words: noted(words),
    title: noted(title),
    model: model && noted(model),
    labellings: labellings.map((one) => ({
      ...one,
      name: noted(one.name),
      machine: one.machine && { ...one.machine, classifier: noted(one.machine.classifier) },
    })),
  }
}
