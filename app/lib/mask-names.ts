/** Puts another name in place of each of these where it stands by itself, in whichever letters. */
export function renaming(names: readonly string[], to: string): (text: string) => string {
  const parts = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[-\\^$*+?.()|[\]{}]/g, '\\$&'))
  if (parts.length === 0) return (text) => text
  const name = new RegExp(`(?<![A-Za-z0-9_-])(?:${parts.join('|')})(?![A-Za-z0-9_-])`, 'gi')
  return (text) => text.replace(name, to)
}
