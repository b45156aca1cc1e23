/** Finds what has a name once, and keeps it. */
export function once<T>(find: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const found = new Map<string, T>()
  return async (name) => {
    const known = found.get(name) ?? (await find(name))
    found.set(name, known)
    return known
  }
}
