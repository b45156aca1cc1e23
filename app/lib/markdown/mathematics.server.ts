import { randomBytes } from 'node:crypto'
import sanitizeHtml from 'sanitize-html'
import temml from 'temml'

const mostFormula = 2000
const longFormula = 20
const mostExpansions = 200
/** The most that TeX may ask for, in em and in expansions. */
const limits = { maxSize: [10, mostExpansions] as [number, number], maxExpand: mostExpansions }

/** MathML of a formula; undefined where its TeX is not understood. */
export function mathOf(tex: string, isDisplayed: boolean): string | undefined {
  if (tex.length > mostFormula) return undefined
  try {
    const options = { displayMode: isDisplayed, throwOnError: true, trust: false, ...limits }
    return cleanMath(temml.renderToString(tex, options), tex.trim())
  } catch {
    return undefined
  }
}

const cells = ['mtable', 'mtr', 'mtd']
const rows = ['mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mstyle', 'mpadded', 'mphantom', 'menclose']
const built = ['mfrac', 'msqrt', 'mroot', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts']

// Nothing that could lay a formula over its neighbours: no styles, no negative room, no great sizes.
const room = /^\d?(\.\d+)?em$/
const kept: Record<string, RegExp> = {
  displaystyle: /^(true|false)$/,
  scriptlevel: /^[012]$/,
  stretchy: /^(true|false)$/,
  fence: /^(true|false)$/,
  separator: /^(true|false)$/,
  form: /^(prefix|infix|postfix)$/,
  movablelimits: /^(true|false)$/,
  accent: /^(true|false)$/,
  accentunder: /^(true|false)$/,
  mathvariant: /^normal$/,
  notation: /^[a-z ]+$/,
  linethickness: /^[0-2](\.\d+)?(px|em)$/,
  columnalign: /^[a-z ]+$/,
  class: /^tml-(left|right)$/,
  width: room,
  height: room,
  lspace: room,
  rspace: room,
  minsize: room,
  maxsize: room,
}

function cleanMath(mathml: string, tex: string): string {
  const only = (attribs: Record<string, string>) =>
    Object.fromEntries(Object.entries(attribs).filter(([name, value]) => kept[name]?.test(value)))
  // One that may be wider than a phone scrolls, and is reached by key to be scrolled.
  const shown: Record<string, string> = tex.length > longFormula ? { tabindex: '0' } : {}
  const math = ({ display }: Record<string, string>) => ({ ...(display ? { display, ...shown } : {}), alttext: tex })
  return sanitizeHtml(mathml, {
    allowedTags: ['math', ...cells, ...rows, ...built, 'mprescripts', 'none'],
    allowedAttributes: { math: ['display', 'tabindex', 'alttext'], '*': Object.keys(kept) },
    nestingLimit: 100,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: tagName === 'math' ? math(attribs) : only(attribs) }),
    },
  })
}

/** Formulas that pass by the sanitiser, which knows no MathML: in the text stands a word that nobody can guess, and for it the formula in the end. */
export function formulasBeside() {
  const word = `formula${randomBytes(12).toString('hex')}n`
  const formulas: string[] = []
  return {
    /** The word that stands for the formula. */
    put: (mathml: string) => `${word}${formulas.push(mathml) - 1}.`,
    /** The formulas in place of their words: only between tags, never within one. */
    intoPlace: (html: string) =>
      formulas.length === 0
        ? html
        : html.replace(new RegExp(`<[^>]*>|${word}(\\d+)\\.`, 'g'), (found, n) => (n ? (formulas[n] ?? '') : found)),
  }
}

export type Formulas = ReturnType<typeof formulasBeside>
