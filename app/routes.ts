import { readdirSync } from 'node:fs'
import { type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config'
import { routePath } from './http/route-path.ts'

/** A file's name is its URL, and nothing nests. */
function routesIn(folder: string, prefix: string): RouteConfigEntry[] {
  const files = readdirSync(new URL(`./${folder}`, import.meta.url)).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => route(prefix + routePath(file), `${folder}/${file}`))
}

export default [...routesIn('routes/pages', ''), ...routesIn('routes/api', 'api/v1/')] satisfies RouteConfig
