const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
export const graphemesOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment)

/** What to call characters that no font here has. */
const names: [is: RegExp, one: string, many: string][] = [
  [/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u, 'emoji', 'emoji'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}|ー/u, 'Japanese character', 'Japanese characters'],
  [/\p{Script=Han}/u, 'Chinese character', 'Chinese characters'],
  [/\p{Script=Hangul}/u, 'Korean letter', 'Korean letters'],
  [/\p{Script=Arabic}/u, 'Arabic letter', 'Arabic letters'],
  [/\p{Script=Hebrew}/u, 'Hebrew letter', 'Hebrew letters'],
  [/\p{Script=Devanagari}/u, 'Devanagari letter', 'Devanagari letters'],
  [/\p{Script=Thai}/u, 'Thai letter', 'Thai letters'],
  [/\p{Letter}/u, 'letter', 'letters'],
]

/** Each run of characters that cannot be drawn becomes a note in brackets that says how many there are, and of what: never boxes. */
export function withNotes(text: string, undrawn: ReadonlySet<string>): string {
  let [noted, run, gap] = ['', [] as string[], '']
  const close = () => {
    if (run.length > 0) noted += `[${noteOf(run)}]`
    noted += gap
    run = []
    gap = ''
  }
  for (const grapheme of graphemesOf(text)) {
    if (undrawn.has(grapheme)) {
      if (isOther(run, grapheme)) close()
      run.push(grapheme)
      gap = ''
    } else if (run.length > 0 && /^\s+$/.test(grapheme)) gap += grapheme
    else {
      close()
      noted += grapheme
    }
  }
  close()
  return noted
}

const kindOf = (grapheme: string) => names.findIndex(([is]) => is.test(grapheme))
const japanese = 1
const chinese = 2

/** Whether this is of another script than the run; Japanese is written with Chinese characters too, and signs go with any. */
function isOther(run: string[], grapheme: string): boolean {
  const kinds = [...run, grapheme].map(kindOf).filter((kind) => kind >= 0)
  return new Set(kinds.map((kind) => (kind === chinese ? japanese : kind))).size > 1
}

/** A run is called by the first of these names that fits anything in it. */
function noteOf(run: string[]): string {
  const name = names.find(([is]) => run.some((grapheme) => is.test(grapheme)))
  const [one, many] = name ? name.slice(1) : ['sign', 'signs']
  return `${run.length}\u00a0${run.length === 1 ? one : many}`
}
