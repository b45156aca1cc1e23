import { readdirSync } from 'node:fs'
import { type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config'

/** A file's name is its URL: `claims.$id.tally.ts` serves `claims/:id/tally`; `[.]` is a dot that stays; `index` is the folder's own; `$` alone takes what is left. Nothing nests. */
function routesIn(folder: string, prefix: string): RouteConfigEntry[] {
  const files = readdirSync(new URL(`./${folder}`, import.meta.url)).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => route(prefix + pathOf(file), `${folder}/${file}`))
}

function pathOf(file: string): string {
  const segments = file.replace(/\.tsx?$/, '').match(/(\[[^\]]*\]|[^.[])+/g) ?? []
  const path = segments.map((segment) =>
    segment
      .replace(/\[([^\]]*)\]/g, '$1')
      .replace(/^\$$/, '*')
      .replace(/^\$/, ':'),
  )
  return path.join('/').replace(/^index$/, '')
}

export default [...routesIn('routes/pages', ''), ...routesIn('routes/api', 'api/v1/')] satisfies RouteConfig
