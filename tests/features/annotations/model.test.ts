import { describe, expect, test } from 'vitest'
import { checkAnnotation } from '#app/features/annotations/model/annotation.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import { hasData, readData, readDataJson } from '#tests/support/data.ts'
import { failedMusts, sampleNames } from '#tests/support/draft-04.ts'

const plain = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target: 'http://here.test/1' }

/** The fields that are refused; none when it is accepted. */
function refused(more: object): string[] {
  try {
    checkAnnotation({ ...plain, ...more })
    return []
  } catch (error) {
    if (isRefusal(error)) return Object.keys(error.errors)
    throw error
  }
}

const quote = { type: 'TextQuoteSelector', exact: 'x' }
const aboutQuote = (selector: unknown) => ({ target: { source: 'http://here.test/1', selector } })

test.each<[string, object]>([
  ['no body', {}],
  ['a body of text', { body: { type: 'TextualBody', value: 'x', purpose: 'commenting' } }],
  ['several bodies', { body: ['http://a.test/1', { source: 'http://a.test/2', purpose: 'tagging' }] }],
  ['a choice', { body: { type: 'Choice', items: ['http://a.test/1', { type: 'TextualBody', value: 'x' }] } }],
  ['a quote and a position', aboutQuote([quote, { type: 'TextPositionSelector', start: 0, end: 1 }])],
  ['a selector that refines', aboutQuote({ type: 'FragmentSelector', value: 't-1', refinedBy: quote })],
  ['a range', aboutQuote({ type: 'RangeSelector', startSelector: quote, endSelector: quote })],
  [
    'a state',
    { target: { source: 'http://h.test/', state: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00Z' } } },
  ],
])('%s is an annotation, and passes the published schemas', (_, more) => {
  expect(refused(more)).toEqual([])
  if (hasData) expect(failedMusts({ ...plain, id: 'http://here.test/annotations/1', ...more })).toEqual([])
})

test.each<[string, object, string[]]>([
  ['another context', { '@context': 'http://other.test/' }, ['@context']],
  ['another type', { type: 'Note' }, ['type']],
  ['two ids', { id: ['http://a.test/1', 'http://a.test/2'] }, ['id']],
  ['no target', { target: undefined }, ['target']],
  ['a number for a target', { target: 9 }, ['target']],
  ['text for a target', { target: { type: 'TextualBody', value: 'x' } }, ['target']],
  ['a list of nothing', { target: [] }, ['target']],
  ['a set of targets', { target: { type: 'List', items: ['http://a.test/1'] } }, ['target.items']],
  ['a body that is no address', { body: 'this is no address' }, ['body']],
  ['a body whose id is none', { body: { id: 'nor is this' } }, ['body.id']],
  ['a format that is a number', { body: { id: 'http://a.test/1', format: 6 } }, ['body.format']],
  ['a direction that is none', { body: { id: 'http://a.test/1', textDirection: 'squirrel' } }, ['body.textDirection']],
  ['two directions', { body: { id: 'http://a.test/1', textDirection: ['ltr', 'rtl'] } }, ['body.textDirection']],
  [
    'two processing languages',
    { body: { id: 'http://a.test/', processingLanguage: ['en', 'de'] } },
    ['body.processingLanguage'],
  ],
  ['text without a value', { body: { type: 'TextualBody' } }, ['body.value']],
  ['text with several values', { body: { type: 'TextualBody', value: ['x'] } }, ['body.value']],
  ['body and bodyValue', { body: 'http://a.test/1', bodyValue: 'x' }, ['bodyValue']],
  ['a bodyValue that is a number', { bodyValue: 23 }, ['bodyValue']],
  ['items of nothing', { body: { items: ['http://a.test/1'] } }, ['body.items']],
  ['an address with a purpose', { body: { id: 'http://a.test/1', purpose: 'tagging' } }, ['body.purpose']],
  ['a purpose of one’s own', { body: { value: 'x', purpose: 'wondering' } }, ['body.purpose']],
  ['a source alone', { target: { source: 'http://here.test/1' } }, ['target']],
  ['a quote of nothing', aboutQuote({ type: 'TextQuoteSelector' }), ['target.selector.exact']],
  ['a position before all', aboutQuote({ type: 'TextPositionSelector', start: -1, end: 2 }), ['target.selector.start']],
  ['an unknown selector', aboutQuote({ type: 'constructor' }), ['target.selector.type']],
  ['half a range', aboutQuote({ type: 'RangeSelector', startSelector: quote }), ['target.selector.endSelector']],
  ['a time that is none', { created: 'yesterday' }, ['created']],
  ['a class without a stylesheet', { body: { source: 'http://a.test/', styleClass: 'x' } }, ['stylesheet']],
  ['half a surrogate pair', { bodyValue: '\ud800' }, ['bodyValue']],
])('%s is refused by name', (_, more, fields) => {
  expect(refused(more)).toEqual(fields)
})

test('nesting without end is refused, not run out of stack on', () => {
  let body: object = { type: 'Choice', items: ['http://a.test/1'] }
  for (let i = 0; i < 5000; i++) body = { type: 'Choice', items: [body] }
  expect(refused({ body })).toEqual(['body'])
})

const commasMended = (text: string) => text.replace(/,\s*([}\]])/g, '$1')

describe.skipIf(!hasData)('The W3C’s samples', () => {
  const textOf = (path: string) => Buffer.from(readData(`web-annotation/samples/${path}`)).toString()

  test.each(hasData ? sampleNames('incorrect') : [])('incorrect/%s is refused, mended and retargeted too', (name) => {
    const text = commasMended(textOf(`incorrect/${name}`))
    if (!text.startsWith('{')) return expect(() => JSON.parse(text)).toThrow()
    const sample = JSON.parse(text)
    expect(() => checkAnnotation(sample)).toThrow()
    expect(() => checkAnnotation({ ...sample, target: plain.target })).toThrow()
  })

  test.each(hasData ? sampleNames('correct') : [])('correct/%s is accepted where it passes every MUST', (name) => {
    const sample = readDataJson(`web-annotation/samples/correct/${name}`)
    if (failedMusts(sample).length > 0) expect(() => checkAnnotation(sample)).toThrow()
    else expect(() => checkAnnotation(sample)).not.toThrow()
  })
})
