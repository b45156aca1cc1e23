import type { MarkedExtension, Tokens } from 'marked'
import markedFootnote, { type Footnote, type FootnoteRef } from 'marked-footnote'

const placeOf = (n: number, ref: number) => `${n}${ref > 0 ? `-${ref + 1}` : ''}`

/** Footnotes by number, whatever they were called. Their ids begin with the text's own mark, since a page shows many texts. */
export function footnotes(mark: string): MarkedExtension<string, string>[] {
  const drawn: MarkedExtension<string, string> = {
    extensions: [
      {
        name: 'footnoteRef',
        renderer(token) {
          const { id, index } = token as unknown as FootnoteRef
          const [to, place] = [`#${mark}-${id}`, `${mark}-ref-${placeOf(Number(id), index)}`]
          return `<sup><a id="${place}" href="${to}" aria-label="Footnote ${id}">${id}</a></sup>`
        },
      },
      {
        name: 'footnotes',
        renderer(token) {
          const items = (token as Tokens.Generic & { items: Footnote[] }).items
          if (items.length === 0) return ''
          const notes = items.map(({ content, refs }, n) => {
            const note = this.parser.parse(content).trimEnd()
            const inIt = note.endsWith('</p>')
            const back = refs.map((_, ref) => wayBack(mark, n + 1, ref)).join('')
            return `<li id="${mark}-${n + 1}">${inIt ? note.slice(0, -4) : note}${back}${inIt ? '</p>' : ''}</li>`
          })
          return `<footnotes><ol>${notes.join('\n')}</ol></footnotes>\n`
        },
      },
    ],
  }
  return [markedFootnote() as MarkedExtension<string, string>, drawn]
}

function wayBack(mark: string, n: number, ref: number): string {
  const again = ref > 0 ? `<sup>${ref + 1}</sup>` : ''
  return ` <a href="#${mark}-ref-${placeOf(n, ref)}" aria-label="Back to where footnote ${n} stands">↩${again}</a>`
}
