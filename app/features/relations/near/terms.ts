// What says nothing of what a text is about.
const empty = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both but
  by can cannot could did do does doing down during each either every few for from further had has have having he her here
  hers herself him himself his how however i if in into is it its itself just may me might more most must my myself no nor
  not now of off on once one only or other our ours ourselves out over own same shall she should so some such than that
  the their theirs them themselves then there therefore these they this those through thus to too under until up upon us
  very was we were what when where whether which while who whom whose why will with within without would yet you your
  yours yourself yourselves`.split(/\s+/),
)

/** The words of a text that say something, and each two that follow one another, with how often they stand in it. */
export function termsOf(text: string): Map<string, number> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = (folded.match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => word.length > 1 && !empty.has(word))
  const terms = new Map<string, number>()
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1)
  for (const [n, word] of words.entries()) {
    add(word)
    if (n > 0) add(`${words[n - 1]} ${word}`)
  }
  return terms
}
