const empty = new Set(
  'a an and are as at be been but by did do does for from had has have if in into is it its no not of on or so that the their then they this to was were what when which who will with would'.split(
    ' ',
  ),
)

/** The words of a statement that say something, shorn of plural and tense where that is easy. */
export function wordsOf(statement: string): Set<string> {
  const words = statement.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
  return new Set(
    words.filter((word) => !empty.has(word)).map((word) => word.replace(/(?<=\w{3})(ies|es|s|ed|ing)$/, '')),
  )
}

/** How much two statements share, 0 to 1: their common words over the words of the shorter, damped where that is very short. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(2, Math.min(one.size, other.size))
}
