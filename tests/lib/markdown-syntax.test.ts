import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardsIn, piecesOf } from '#app/lib/markdown/cards.ts'
import { namesIn } from '#app/lib/markdown/syntax.server.ts'
import { firstWordsOf, mentionsIn, renderMarkdown } from '#app/lib/markdown.server.ts'
import { harmIn } from './harm.ts'

const spoiler = (words: string) =>
  `<label class="spoiler"><input type="checkbox" aria-label="Show the spoiler"><span>${words}</span></label>`

describe('Markdown beyond the usual', () => {
  test('footnotes are numbered, lead there and back, and have ids of their own text', () => {
    const source = 'One[^a], two[^b], one again[^a].\n\n[^b]: Second.\n[^a]: First *note*.'
    const html = renderMarkdown(source)
    const [mark] = /fn-\w{10}/.exec(html) ?? []
    for (const [from, to] of [
      ['-ref-1', '-1'],
      ['-ref-2', '-2'],
      ['-ref-1-2', '-1'],
    ] as const)
      expect(html).toContain(`<a href="#${mark}${to}" rel="nofollow ugc noopener" id="${mark}${from}"`)
    expect(html).toContain(`<li id="${mark}-1"><p>First <em>note</em>. <a href="#${mark}-ref-1"`)
    expect(renderMarkdown(`${source} `)).not.toContain(`${mark}`)
    expect(renderMarkdown('No note[^a].')).toBe('<p>No note[^a].</p>\n')
  })

  test('spoilers open within a line and as blocks', () => {
    expect(renderMarkdown('He ||*dies* twice||.')).toBe(`<p>He ${spoiler('<em>dies</em> twice')}.</p>\n`)
    expect(renderMarkdown('a || b || c, and x||y||z')).toBe('<p>a || b || c, and x||y||z</p>\n')
    expect(renderMarkdown('>! One\n>! - two')).toContain('<details><summary>Spoiler</summary><p>One</p>\n<ul>')
    expect(renderMarkdown(':::spoiler The <end>\nHe dies.\n:::\nAfter')).toBe(
      '<details><summary>The &lt;end&gt;</summary><p>He dies.</p>\n</details>\n<p>After</p>\n',
    )
  })

  test('small letters stand below and above', () => {
    expect(renderMarkdown('H~2~O, x^2^, ~~gone~~, 2^10 and 2^20')).toBe(
      '<p>H<sub>2</sub>O, x<sup>2</sup>, <del>gone</del>, 2^10 and 2^20</p>\n',
    )
  })

  test('TeX becomes MathML without any style; what is not understood stays as it was written', () => {
    expect(renderMarkdown('$x^2$')).toBe('<p><math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math></p>\n')
    expect(renderMarkdown('$$\n\\frac ab\n\n*c* *d*\n$$')).toMatch(/^<p><math display="block" [^>]*>.*<\/math><\/p>\n$/)
    expect(renderMarkdown('$\\nonsense{x}$')).toBe('<p><code>$\\nonsense{x}$</code></p>\n')
    const wild =
      '$\\color{red}\\hspace{-9em}\\hspace{99em}\\raisebox{99pt}{x}\\Huge\\boxed{y}\\begin{aligned}a&=b\\end{aligned}$'
    expect(renderMarkdown(wild)).toMatch(/<math/)
    expect(renderMarkdown(wild).replace(/alttext="[^"]*"/, '')).not.toMatch(/\sstyle=|color|-9em|99/)
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\includegraphics{https://a.example/x.png}',
      '\\def\\a{\\a\\a}\\a',
    ])
      expect(renderMarkdown(`$${tex}$`)).toMatch(/^<p><code>/)
  })

  test('money is no formula, and a formula in code is code', () => {
    for (const text of ['It cost $5 and $6.', 'From $10,000 to $20,000.', '`$x$`', '\\$x$'])
      expect(renderMarkdown(text)).not.toContain('<math')
  })

  test('a handle leads to its member; addresses, code and links are left alone', () => {
    const html = renderMarkdown('@Wren, (@moss) **@lark**. @wren! `@no` [@no](/x) a@no.example @no@site.org x@no @no/x')
    expect(html).toContain('<a href="/members/moss" rel="nofollow ugc noopener" class="mention">@moss</a>')
    expect(mentionsIn(html)).toEqual(['wren', 'moss', 'lark'])
  })

  test('names in double brackets lead to what is called so; unknown ones to where one asks for them', () => {
    const links = new Map([['goal guarding', '/framings/1']])
    expect(renderMarkdown('[[Goal  Guarding]], [[goal guarding|it]], [[none]], `[[none]]`', { links })).toBe(
      '<p><a href="/framings/1" rel="nofollow ugc noopener">Goal  Guarding</a>, <a href="/framings/1" rel="nofollow ugc noopener">it</a>, <a href="/named?name=none" rel="nofollow ugc noopener" class="unnamed">none</a>, <code>[[none]]</code></p>\n',
    )
    expect(namesIn('[[Goal  Guarding]] [[goal guarding|it]] [[x]]')).toEqual(['Goal  Guarding', 'goal guarding', 'x'])
  })

  test('first words keep hidden what is hidden, and give a formula as it was written', () => {
    expect(firstWordsOf(renderMarkdown('||He dies|| at $t_0$[^1].\n\n>! Of age\n\n[^1]: A note'))).toBe(
      '[spoiler] at t_0. [Spoiler]',
    )
  })
})

describe('An address alone in its paragraph', () => {
  test('asks for a card, with or without the site’s own address before it', () => {
    const addresses = ['/excerpts/a1', 'https://here.example/claims/b2', '<http://localhost:3000/posts/c3?sort=new>']
    const html = renderMarkdown([...addresses, '/posts/c3#c-d4', '/comments/e5'].join('\n\n'))
    expect(cardsIn(html)).toEqual(['excerpt.a1', 'claim.b2', 'post.c3', 'comment.d4', 'comment.e5'])
    expect(piecesOf(html).filter((piece) => 'card' in piece)).toHaveLength(5)
  })

  test.each([
    'See /posts/a',
    '[words](/posts/a)',
    '- /posts/a',
    '> /posts/a',
    '/posts/a/edit',
    '/members/a',
    '`/posts/a`',
  ])('but %j asks for none', (source) => expect(cardsIn(renderMarkdown(source))).toEqual([]))

  test('a forged mark asks for none, and what stands around cards stays whole', () => {
    expect(cardsIn(renderMarkdown('<p><a href="/posts/a" data-card="post.a">x</a></p>'))).toEqual([])
    expect(cardsIn(renderMarkdown('<blockquote>\n\n/posts/a\n\n</blockquote>'))).toEqual([])
    const pieces = piecesOf(renderMarkdown('> one\n\n/posts/a\n\ntwo'))
    expect(pieces.map(({ html }) => html)).toEqual([
      '<blockquote>\n<p>one</p>\n</blockquote>\n',
      expect.stringContaining('data-card="post.a"'),
      '\n<p>two</p>\n',
    ])
  })

  test('at most twenty are cards', () => {
    expect(cardsIn(renderMarkdown('/posts/a\n\n'.repeat(30)))).toHaveLength(20)
  })
})

const pieces = [
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<img src=',
    'https://evil.example/x.png',
    ' onerror=',
    '"',
    "'",
    '>',
    '<',
    '`',
    '```\n',
  ],
  ...[
    '$',
    '$$',
    '\\text{',
    '\\href{',
    '}',
    '{',
    '||',
    '>! ',
    ':::spoiler ',
    '\n:::\n',
    '[^1]',
    '[^1]: ',
    '\n',
    '\n\n',
    '    ',
  ],
  ...[
    '@wren',
    '[[',
    ']]',
    '|',
    '[',
    '](',
    ')',
    '![',
    '/posts/a',
    '/pictures/0123456789abcdefgh.webp',
    'javascript:',
    '&colon;',
  ],
  ...[
    '<details>',
    '</details>',
    '<summary>',
    '<spoiler>',
    '</spoiler>',
    '<footnotes>',
    '<math>',
    '<mtext>',
    '<svg>',
    '<a href="',
  ],
  ...[
    '<td align="',
    '<table>',
    '<p>',
    '</p>',
    '<li>',
    '~',
    '^',
    '*',
    '_',
    '# ',
    '- ',
    '1. ',
    '> ',
    'words',
    '😀',
    '<!--',
    '-->',
    '<![CDATA[',
  ],
]

test('whatever is written, nothing but harmless tags comes out, in balance', { timeout: 60_000 }, () => {
  const source = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(source, (text) => {
      const html = renderMarkdown(text, { links: new Map([['words', '/labels/1']]) })
      expect(harmIn(html)).toBe('')
      expect(html).not.toMatch(/formula[0-9a-f]{24}/)
      expect(unbalancedIn(html)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

/** Tags that are not closed where they should be. */
function unbalancedIn(html: string): string[] {
  const open: string[] = []
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (['br', 'hr', 'img', 'input'].includes(name)) continue
    if (!end) open.push(name)
    else if (open.pop() !== name) return [name]
  }
  return open
}
