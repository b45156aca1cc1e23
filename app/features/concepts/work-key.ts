import { nameKey } from '#app/lib/text.ts'
import type { Facts } from './facts.ts'
import { plainArxiv, plainDoi } from './facts.ts'

const doiOfArxiv = /^10\.48550\/arxiv\.(.+)$/

/** By what a work is known that somebody names by its DOI, arXiv number, address, page here, or [[name]]; however that is written. Null of nothing. */
export function workKeyOf(given: string): string | null {
  const said = given.trim().replace(/^\[\[(.+)\]\]$/, '$1')
  if (!said) return null
  const here = /\/concepts\/([\w.-]+)$/.exec(said)?.[1]
  if (here) return `concept:${here}`
  const [doi, arxiv] = [plainDoi(said), plainArxiv(said)]
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) return keyOfDoi(doi)
  if (/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/.test(arxiv)) return `arxiv:${arxiv}`
  if (/^https?:\/\//i.test(said) && URL.canParse(said)) return keyOfUrl(said)
  return `name:${nameKey(said)}`
}

function keyOfDoi(doi: string): string {
  const arxiv = doiOfArxiv.exec(doi)?.[1]
  return arxiv ? `arxiv:${arxiv}` : `doi:${doi}`
}

function keyOfUrl(url: string): string {
  const { hostname, pathname, search } = new URL(url)
  return `url:${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`
}

/** Everything by which a paper's reviews may name it. */
export function workKeysOf(paper: { id: string; names: readonly string[]; facts: Facts }): string[] {
  const { doi, arxiv, url } = paper.facts
  const known = [doi, arxiv, url].map(workKeyOf).filter((key) => key !== null)
  return [...new Set([`concept:${paper.id}`, ...known, ...paper.names.map((name) => `name:${nameKey(name)}`)])]
}
