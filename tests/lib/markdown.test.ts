import { describe, expect, test } from 'vitest'
import { underTheClock } from '#app/lib/markdown/clock.server.ts'
import { plainTextOf, renderMarkdown } from '#app/lib/markdown.server.ts'
import { cpuMs } from '#tests/support/cpu.ts'
import { harmIn } from './harm.ts'

describe('Markdown', () => {
  test('headings begin below the page’s own', () => {
    expect(renderMarkdown('# One\n\n## Two\n\n<h1>Raw</h1>')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h2>Raw</h2>')
  })

  test('prose, lists, tables, quotes and code keep their form', () => {
    const html = renderMarkdown(
      '*a* **b** `c`\n\n> q\n\n3. x\n\n|a|b|\n|-|:-:|\n|1|2|\n\n```js\nlet x\n```\n\n- [x] done',
    )
    for (const part of ['<em>a</em>', '<strong>b</strong>', '<code>c</code>', '<blockquote>', '<ol start="3">'])
      expect(html).toContain(part)
    for (const part of ['<td align="center">2</td>', '<pre><code>let x\n</code></pre>', '☑ done'])
      expect(html).toContain(part)
  })

  test('links say that members made them', () => {
    expect(renderMarkdown('[a](https://a.example/ "t")')).toBe(
      '<p><a href="https://a.example/" title="t" rel="nofollow ugc noopener">a</a></p>\n',
    )
    expect(renderMarkdown('<a href="/claims/1" rel="opener" target="_blank">a</a>')).toContain(
      '<a href="/claims/1" rel="nofollow ugc noopener">a</a>',
    )
  })

  test('pictures elsewhere become links that say where they lead, so that nothing is loaded from there', () => {
    const link =
      '<a href="https://a.example/x.png" rel="nofollow ugc noopener" class="remote-picture">Picture on a.example: words</a>'
    expect(renderMarkdown('![words](https://a.example/x.png)')).toBe(`<p>${link}</p>\n`)
    expect(renderMarkdown('<p><img src="https://a.example/x.png" alt="words"></p>')).toBe(`<p>${link}</p>`)
    expect(renderMarkdown('[![words](https://a.example/x.png)](https://b.example)')).toBe(
      '<p><a href="https://b.example" rel="nofollow ugc noopener">Picture on a.example: words</a></p>\n',
    )
  })

  test('pictures of this site are shown, with their size where the address says it', () => {
    expect(renderMarkdown('![a "view"](/pictures/0123456789abcdefgh-800x600.webp)')).toBe(
      '<p><img src="/pictures/0123456789abcdefgh-800x600.webp" alt="a &quot;view&quot;" width="800" height="600" loading="lazy" decoding="async" /></p>\n',
    )
    for (const src of [
      '/pictures/../x',
      '/pictures/0123456789abcdefgh.svg',
      '//a.example/pictures/0123456789abcdefgh.webp',
    ])
      expect(renderMarkdown(`![x](${src})`)).not.toContain('<img')
  })

  test('text comes out as plain words', () => {
    expect(plainTextOf(renderMarkdown('A *b* & `<c>`\n\n> "d"'))).toBe('A b & <c>\n\n\n"d"')
  })
})

const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="/votes" method="post"><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:x">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](<javascript:alert(1)>)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](https://a.example/"onerror="alert(1))',
  '[x](https://a.example "t\\" onmouseover=\\"alert(1)")',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<style>@import "javascript:alert(1)"</style>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<p id="main" class="refused" name="x">x</p>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><script>alert(1)</script></textarea>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '```"><script>alert(1)</script>\nx\n```',
  '`<script>alert(1)</script>`',
  '<b onclick="alert(1)"><i onmouseover=alert(1)>x',
  '<//script><script>alert(1)//',
  '<a href="//evil.example/x">x</a>',
]

describe('Hostile Markdown', () => {
  test.each(hostile)('gives nothing but harmless tags and attributes for %j', (source) => {
    expect(harmIn(renderMarkdown(source))).toBe('')
  })

  const many = 50_000
  const bombs: Record<string, string> = {
    quotes: '>'.repeat(many),
    'spaced quotes': '> '.repeat(many),
    brackets: '['.repeat(many),
    'brackets in pairs': '['.repeat(many) + ']'.repeat(many),
    images: '!['.repeat(many),
    stars: '*a'.repeat(many),
    underscores: '_a'.repeat(many),
    'mixed emphasis': '**a _b '.repeat(many / 4),
    lists: '- '.repeat(many),
    'ordered lists': '1. '.repeat(many / 3),
    'quotes in lists': '> - '.repeat(many / 4),
    'indented lists': Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
    'an endless address': `${'a.'.repeat(many)}@`,
    entities: `http://a.b/${'&a;'.repeat(many / 3)}`,
    headings: 'a\n-\n'.repeat(many / 4),
    tags: '<b>'.repeat(many / 3),
    'open tags': '<a href="'.repeat(many / 9),
    backticks: '`a'.repeat(many),
  }

  test.each(Object.keys(bombs))('answers or refuses %s by the ten thousand in bounded time', (name) => {
    const started = cpuMs()
    try {
      renderMarkdown(bombs[name] as string)
    } catch (error) {
      expect(error).toMatchObject({ kind: 'invalid', errors: { body: [expect.any(String)] } })
    }
    expect(cpuMs() - started).toBeLessThan(5000)
  })

  test('what is long and honest is rendered', () => {
    const part = '## Title\n\nSome *text* with [links](https://a.example) and `code`.\n\n> - quoted\n>   - deeper\n\n'
    expect(renderMarkdown(part.repeat(1000))).toContain('<li>deeper</li>')
    expect(renderMarkdown(`${'> '.repeat(20)}deep`)).toContain('deep')
  })
})

test('Markdown that a busy machine kept waiting is rendered again, and what itself takes long is cut off', () => {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  let times = 0
  const kept = () => {
    if (times++ === 0) Atomics.wait(nothing, 0, 0, 150)
    return 'rendered'
  }
  expect([underTheClock(kept, 100), times]).toEqual(['rendered', 2])
  const long = () => {
    for (;;) times++
  }
  expect(() => underTheClock(long, 100)).toThrow('too tangled')
})
