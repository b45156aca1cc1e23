import { readdirSync, readFileSync } from 'node:fs'
import { routePath } from '#app/http/route-path.ts'
import type { Row } from './asking.ts'

interface Served {
  file: string
  methods: string[]
  matches: RegExp
  /** Of two that match an address, the one with more of its own words answers. */
  weight: number
}

const root = new URL('../../../app/routes/', import.meta.url)
const operation =
  /\b(get|post|put|patch|delete|options): ?(?:reading|writing|deleting|streaming|uploading|describing|telling)\(/g

/** Every route file with the methods that it answers. */
export function routesServed(): Served[] {
  return [...filesIn('pages', '/'), ...filesIn('api', '/api/v1/')]
}

function filesIn(folder: string, prefix: string): Served[] {
  const files = readdirSync(new URL(folder, root)).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => {
    const path = (prefix + routePath(file)).replace(/[.?+()]/g, '\\$&')
    const matches = new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace(/\*$/, '.+')}/?$`)
    const methods = methodsIn(readFileSync(new URL(`${folder}/${file}`, root), 'utf8'))
    return { file: `${folder}/${file}`, methods, matches, weight: path.replace(/:\w+|\*/g, '').length }
  })
}

function methodsIn(text: string): string[] {
  if (/ endpoint\(/.test(text)) return [...text.matchAll(operation)].map(([, name]) => (name as string).toUpperCase())
  const reads = /export (?:const loader|default)\b/.test(text)
  return [...(reads ? ['GET'] : []), ...(/export const action\b/.test(text) ? ['POST'] : [])]
}

/** The route that answers a line of the table. */
export function routeFor(routes: Served[], { path }: Row): Served | undefined {
  const [asked = ''] = path.split('?')
  return routes.filter(({ matches }) => matches.test(asked)).toSorted((a, b) => b.weight - a.weight)[0]
}
