import { ProseHtml } from '#app/ui/prose.tsx'
import type { Concept } from './concept.ts'
import { kindWords } from './concept-list.tsx'
import { arxivAddress, doiAddress, type Facts } from './facts.ts'

/** What a concept is: its kind, name, other names, facts and definition. */
export function ConceptHead({ concept }: { concept: Concept }) {
  const { id, kind, name, aliases, definitionHtml, facts } = concept
  return (
    <>
      <p className="meta">
        <a href={`/concepts?kind=${kind}`}>{kindWords[kind].one}</a>
        {kind === 'paper' ? <a href={`/concepts/${id}.bib`}>BibTeX</a> : null}
      </p>
      <h1 dir="auto">{name}</h1>
      {aliases.length > 0 ? <p className="meta">Also called {aliases.join(', ')}</p> : null}
      <FactList facts={facts} />
      {definitionHtml ? (
        <ProseHtml html={definitionHtml} className="prose" />
      ) : (
        <p className="soft">Nobody has written down yet what it is.</p>
      )}
    </>
  )
}

interface StepsProps {
  concept: Concept
  isMerger: boolean
}

/** What one can do about what a page says. */
export function ConceptSteps({ concept: { id, version }, isMerger }: StepsProps) {
  return (
    <p className="meta">
      <a href={`/concepts/${id}/edit`}>Edit</a>
      <a href={`/concepts/${id}/history`}>{version === 1 ? 'History' : `${version} versions`}</a>
      {isMerger ? <a href={`/concepts/${id}/merge`}>Merge</a> : null}
    </p>
  )
}

function FactList({ facts }: { facts: Facts }) {
  const { authors, year, doi, arxiv, url, saidBy, saidIn } = facts
  const links = [
    doi ? { href: doiAddress(doi), words: `doi:${doi}` } : null,
    arxiv ? { href: arxivAddress(arxiv), words: `arXiv:${arxiv}` } : null,
    url ? { href: url, words: new URL(url).hostname } : null,
  ].filter((link) => link !== null)
  const said = [authors.join(', '), year?.toString(), saidBy, saidIn].filter(Boolean)
  if (said.length === 0 && links.length === 0) return null
  return (
    <p className="concept-facts">
      {said.map((words) => (
        <span key={words}>{words}</span>
      ))}
      {links.map(({ href, words }) => (
        <a key={href} href={href} rel="noopener nofollow">
          {words}
        </a>
      ))}
    </p>
  )
}
