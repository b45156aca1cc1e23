/** The URL that a route file serves, by its name: `claims.$id.tally.ts` → `claims/:id/tally`; `[.]` is a dot that stays; `index` is the folder's own; `$` alone takes what is left. */
export function routePath(file: string): string {
  const segments = file.replace(/\.tsx?$/, '').match(/(?:\[[^[\]]*\]|[^.[])+/g) ?? []
  const path = segments.map((one) =>
    one
      .replace(/\[([^[\]]*)\]/g, '$1')
      .replace(/^\$$/, '*')
      .replace(/^\$/, ':'),
  )
  return path.join('/').replace(/^index$/, '')
}
