import { expect, test } from 'vitest'
import { bibtexOf, readBibtex, withBibtex } from '#app/features/concepts/bibtex.ts'
import { noFacts } from '#app/features/concepts/facts.ts'
import { workKeyOf, workKeysOf } from '#app/features/concepts/work-key.ts'

const entry = `% from somewhere
@article{example2024study,
  title = {A {Study} of \\& in "quotes", with {braces {nested}}},
  author = {Example, Ada and Ben van der Example and M{\\"u}ller, C.},
  year = 2024,
  eprint = "2412.14093v2", archivePrefix = {arXiv},
  DOI = {10.48550/arXiv.2412.14093}
}
@misc{other, title = {Not read}}`

test('a BibTeX entry is read: braces, quotes and bare values, names either way round', () => {
  expect(readBibtex(entry)).toEqual({
    name: 'A Study of & in "quotes", with braces nested',
    facts: {
      authors: ['Ada Example', 'Ben van der Example', 'C. Müller'],
      year: 2024,
      doi: '10.48550/arXiv.2412.14093',
      arxiv: '2412.14093',
    },
  })
  for (const broken of ['', 'nothing', '@article{', '@a{b, title = {never closed', '@a{b, = }'])
    expect(() => readBibtex(broken)).not.toThrow()
})

test('pasted, it fills what is empty and leaves what was typed', () => {
  const filled = withBibtex({ kind: 'concept', name: 'My title', authors: '', year: ' ', bibtex: entry })
  expect(filled).toMatchObject({ kind: 'paper', name: 'My title', year: '2024', arxiv: '2412.14093' })
  expect(filled.authors?.split('\n')).toHaveLength(3)
})

test('what a paper gives as BibTeX says the same again', () => {
  const facts = { ...noFacts, authors: ['Ada Example', 'Ben Example'], year: 2024, doi: '10.1234/a_b', arxiv: '' }
  const written = bibtexOf({ name: 'Costs & benefits: 100 %', facts })
  expect(written).toMatch(/^@article\{example2024costs,\n/)
  expect(readBibtex(written)).toMatchObject({
    name: 'Costs & benefits: 100 %',
    facts: { authors: facts.authors, year: 2024 },
  })
})

test('a work is known by one key, however it is named', () => {
  const same = [
    '2412.14093',
    'arXiv:2412.14093v2',
    'https://arxiv.org/pdf/2412.14093.pdf',
    'doi:10.48550/ARXIV.2412.14093',
  ]
  expect(new Set([...same, 'https://doi.org/10.48550/arXiv.2412.14093'].map(workKeyOf))).toEqual(
    new Set(['arxiv:2412.14093']),
  )
  expect(workKeyOf('https://www.example.org/a/')).toBe(workKeyOf('http://example.org/a'))
  expect(workKeyOf('[[Some  Paper]]')).toBe('name:some paper')
  expect(workKeyOf('https://here.example/concepts/abc')).toBe('concept:abc')
  expect(workKeyOf('  ')).toBeNull()
  const paper = { id: 'abc', names: ['Some paper'], facts: { ...noFacts, arxiv: '2412.14093' } }
  expect(workKeysOf(paper)).toEqual(['concept:abc', 'arxiv:2412.14093', 'name:some paper'])
})
