import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** The project's own text, by path from its root. */
export type Files = Map<string, string>

const root = new URL('../../', import.meta.url).pathname

export function readFiles(): Files {
  const paths = globSync(['app/**/*.*', 'db/**/*.ts', 'migrations/*.ts', 'tests/**/*.ts', 'package.json'], {
    cwd: root,
  })
  const own = paths.filter((path) => !path.startsWith('db/data/'))
  return new Map(own.sort().map((path) => [path, readFileSync(root + path, 'utf8')]))
}

export const isCode = (path: string) => /\.tsx?$/.test(path)
export const isTest = (path: string) => path.startsWith('tests/')
export const isRoute = (path: string) => path.startsWith('app/routes/')
export const linesOf = (text: string) => text.trimEnd().split('\n').length

export const floors: Record<string, number> = {
  activity: 0,
  limits: 0,
  mail: 0,
  accounts: 1,
  mentions: 1,
  claims: 2,
  pictures: 2,
  transcripts: 2,
  ballots: 3,
  concepts: 3,
  labels: 3,
  annotations: 4,
  classifying: 4,
  relations: 4,
  surveys: 4,
  discussion: 5,
  votes: 6,
  opinions: 7,
  search: 8,
  moderation: 8,
  notifications: 8,
  exchange: 8,
  exporting: 11,
  keeping: 9,
  doctor: 10,
}

export function roomOf(path: string): string | undefined {
  return /^app\/features\/([^/]+)\//.exec(path)?.[1]
}

/** What a file imports: paths from the root for its own, names of packages for others. */
export function importsOf(path: string, text: string): string[] {
  const said = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n]*(?:\n[^'";]*?)?['"]([^'"]+)['"]/g)].map(
    ([, from]) => from as string,
  )
  const lazy = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, from]) => from as string)
  return [...said, ...lazy].map((from) => resolved(path, from))
}

function resolved(path: string, from: string): string {
  if (from.startsWith('.')) return normalize(join(dirname(path), from))
  return from.startsWith('#') ? from.slice(1) : from
}

interface Measured {
  name: string
  lines: number
}

const measured = new Map<string, Measured[]>()

/** Each function of a file with its name and number of lines; a file is read once, since each rule goes over all of them three times. */
export function functionsOf(path: string, text: string): Measured[] {
  const key = `${path}\n${text}`
  const found = measured.get(key) ?? measure(path, text)
  measured.set(key, found)
  return found
}

function measure(path: string, text: string): Measured[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Measured[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line
      const to = source.getLineAndCharacterOfPosition(node.getEnd()).line
      found.push({ name: nameOf(node), lines: to - from + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function nameOf(node: ts.SignatureDeclaration): string {
  const own = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
  return own?.getText() ?? 'a function without a name'
}
