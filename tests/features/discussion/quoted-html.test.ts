import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withQuotedWords } from '#app/features/discussion/quotes/quoted-html.ts'
import { textIn } from '#app/lib/html-text.ts'
import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { lengthOf } from '#app/lib/text.ts'

/** The words in the HTML's text that are between the bars in the text given. */
function quoting(html: string, exact: string, commentId = 'c1') {
  const text = textIn(html)
  const from = lengthOf(text.slice(0, text.indexOf(exact)))
  return { commentId, from, to: from + lengthOf(exact) }
}

const underlined = (html: string) =>
  [...html.matchAll(/<span class="quoted"[^>]*>([^<]*)<\/span>/g)].map(([, words]) => words)

describe('Quoted words in HTML', () => {
  test('are underlined, with an id, within the tags that they run over', () => {
    const html = renderMarkdown('It *kept* to it & more.')
    const marked = withQuotedWords(html, [quoting(html, 'kept to it &')])
    expect(marked).toBe(
      '<p>It <em><span class="quoted" id="q-c1">kept</span></em><span class="quoted"> to it &amp;</span> more.</p>\n',
    )
  })

  test('overlapping quotes each have their id, and every word one line', () => {
    const html = renderMarkdown('one two three four')
    const marked = withQuotedWords(html, [
      quoting(html, 'one two three', 'a'),
      quoting(html, 'two three four', 'b'),
      quoting(html, 'two', 'c'),
    ])
    expect(underlined(marked)).toEqual(['one ', 'two', ' three', ' four'])
    for (const id of ['a', 'b', 'c']) expect(marked.split(`id="q-${id}"`)).toHaveLength(2)
  })

  test('what is put in beside a link or code stands before or after all of it', () => {
    const html = '<p>See <a href="/x">this very link</a> now.</p><pre><code>let it = be</code></pre>'
    const quote = quoting(html, 'very')
    const note = { at: quote.from, side: 'before' as const, html: '[note]' }
    const mark = { at: quote.to, side: 'after' as const, html: '[mark]' }
    const inLink = withQuotedWords(html, [quote], [note, mark])
    expect(inLink).toContain('See [note]<a href="/x">this <span')
    expect(inLink).toContain('link</a>[mark] now')
    const code = quoting(html, 'it')
    expect(withQuotedWords(html, [code], [{ ...note, at: code.from }])).toContain('</p>[note]<pre>')
  })

  test('a mark after the last words of a paragraph stays in it', () => {
    const html = '<p>One.</p>\n<p>Two.</p>'
    const quote = quoting(html, 'One.')
    const marked = withQuotedWords(html, [quote], [{ at: quote.to, side: 'after', html: '[mark]' }])
    expect(marked).toContain('One.</span>[mark]</p>')
  })

  test('formulas are left whole', () => {
    const html = '<p>a <math><mi>x</mi></math> b</p>'
    expect(withQuotedWords(html, [{ commentId: 'c', from: 0, to: 5 }])).toContain('<math><mi>x</mi></math>')
  })

  test('the text stays the same whatever is quoted, emoji and all, and every quote has one id', () => {
    const source = fc.array(
      fc.constantFrom(
        '*so*',
        '**it',
        'is** &',
        '<b>',
        '👩‍💻 🙂',
        '`code <a>`',
        '\n\n- item',
        '[link](http://x.org)',
        '\n\n> 他说',
        '| a | b |',
        '\n\n',
      ),
      { minLength: 1, maxLength: 12 },
    )
    const spans = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(source, spans, (parts, drawn) => {
        const html = renderMarkdown(parts.join(' '))
        const length = lengthOf(textIn(html))
        fc.pre(length > 0)
        const quoted = drawn.map(([at, long], n) => {
          const from = at % length
          return { commentId: `c${n}`, from, to: Math.min(length, from + long) }
        })
        const marked = withQuotedWords(html, quoted)
        expect(textIn(marked)).toBe(textIn(html))
        expect(marked.replace(/<span[^>]*>|<\/span>/g, '')).toBe(html)
        for (const { commentId } of quoted) expect(marked.split(`id="q-${commentId}"`).length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 100, seed: 3 },
    )
  })
})
