const keys = 'abcdefghijklmnopqrstuvwxyz0123456789'
const mostLetters = 24

/** The words that one slip of the finger away are this one: a letter too many, too few, wrong, or two in each other's place. */
export function neighboursOf(word: string): string[] {
  const letters = [...word]
  if (letters.length < 3 || letters.length > mostLetters) return []
  const others = [...new Set([...keys, ...letters])]
  const near = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    const [before, rest] = [letters.slice(0, at).join(''), letters.slice(at)]
    const [first = '', second = ''] = rest
    if (second) near.add(before + second + first + rest.slice(2).join(''))
    if (first) near.add(before + rest.slice(1).join(''))
    for (const other of others) {
      if (first) near.add(before + other + rest.slice(1).join(''))
      near.add(before + other + rest.join(''))
    }
  }
  near.delete(word)
  return [...near]
}
