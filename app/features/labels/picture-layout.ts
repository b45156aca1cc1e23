import { lengthOf, shortened } from '#app/lib/text.ts'
import { signOf } from './label.ts'
import { type Labelling, tallyWords } from './labelling.ts'

export const pictureWidth = 1200
export const pictureHeight = 630

/** What a picture of an excerpt shows. */
export interface Pictured {
  /** The words, or a whole transcript's title. */
  words: string
  isWhole: boolean
  title: string
  model: string | null
  labellings: Pick<Labelling, 'labelId' | 'name' | 'agree' | 'disagree' | 'unsure' | 'state' | 'machine'>[]
}

/** A node as satori takes it: React's shape without React. */
export interface Box {
  type: string
  props: { style: Record<string, string | number>; children?: Box[] | string }
}

const ink = '#221e18'
const soft = '#5f564a'
const rule = '#ddd4c3'
const paper = '#fbf8f1'
const accent = '#0a5a75'
const raised = '#fffdf8'
/** The light side of the six hues in ui/tokens.css. */
const hues = ['#b3470c', '#0072b2', '#117733', '#882255', '#5b3fa0', '#7a6200']

const box = (style: Box['props']['style'], children?: Box['props']['children']): Box => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
})

const mostLabels = 3

/** The words, then the labels with their tally, then where it is from. */
export function pictureOf({ words, isWhole, title, model, labellings }: Pictured): Box {
  const shown = labellings.slice(0, mostLabels)
  return box({ flexDirection: 'column', width: '100%', height: '100%', padding: '48px 64px 36px', background: paper }, [
    box({ flexGrow: 1, flexShrink: 1, overflow: 'hidden', alignItems: 'center' }, [
      wordsBox(words, isWhole, shown.length),
    ]),
    ...(shown.length > 0 ? [labelsBox(shown, labellings.length - shown.length)] : []),
    footer(isWhole ? 'All of the transcript' : title, model),
  ])
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

function footer(title: string, model: string | null): Box {
  const from = [shortened(title, 60), model ? shortened(model, 30) : ''].filter(Boolean).join(' · ')
  return box(
    { justifyContent: 'space-between', alignItems: 'center', paddingTop: 18, borderTop: `2px solid ${rule}` },
    [
      box({ color: soft, fontSize: 24, whiteSpace: 'nowrap', overflow: 'hidden', maxWidth: 900 }, from),
      box({ color: accent, fontSize: 28, fontWeight: 600 }, 'Parallax'),
    ],
  )
}
