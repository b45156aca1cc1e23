import { type Files, floors, functionsOf, importsOf, isCode, isRoute, isTest, linesOf, roomOf } from './source.ts'

/** Finds what breaks the rule, one sentence each. */
export type Rule = (files: Files) => string[]

type Arrow = { path: string; to: string }

const codeOf = (files: Files) => [...files].filter(([path]) => isCode(path))
const appCodeOf = (files: Files) => codeOf(files).filter(([path]) => path.startsWith('app/'))

function arrowsOf(files: Files): Arrow[] {
  return codeOf(files).flatMap(([path, text]) => importsOf(path, text).map((to) => ({ path, to })))
}

export const aRoomUsesOnlyLowerFloors: Rule = (files) =>
  arrowsOf(files)
    .filter(({ path, to }) => {
      const [own, other] = [roomOf(path), roomOf(to)]
      return own && other && own !== other && !((floors[other] ?? 99) < (floors[own] ?? -1))
    })
    .map(({ path, to }) => `${path} may not use ${to}`)

export const everyRoomHasAFloor: Rule = (files) =>
  [...new Set([...files.keys()].map(roomOf))]
    .filter((room) => room && !(room in floors))
    .map((room) => `${room} has no floor`)

export const libUiAndDbKnowNoRoom: Rule = (files) =>
  arrowsOf(files)
    .filter(({ path, to }) => /^(app\/lib|app\/ui|db|migrations)\//.test(path) && roomOf(to) !== undefined)
    .map(({ path, to }) => `${path} may not know ${to}`)

export const roomsDoNotKnowTheRoof: Rule = (files) =>
  arrowsOf(files)
    .filter(({ path, to }) => roomOf(path) && /^app\/(routes|http|cli|root|server)/.test(to))
    .filter(({ path, to }) => !(path.endsWith('.tsx') && to === 'app/http/refusals.server.ts'))
    .map(({ path, to }) => `${path} may not use ${to}`)

export const queriesArePrivate: Rule = (files) =>
  arrowsOf(files)
    .filter(({ path, to }) => to.endsWith('.queries.server.ts') && folderOf(path) !== folderOf(to) && !isTest(path))
    .map(({ path, to }) => `${path} may not use the private ${to}`)

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

export const sqlStandsInQueriesFiles: Rule = (files) =>
  appCodeOf(files)
    .filter(([path]) => !path.endsWith('.queries.server.ts'))
    .filter(([, text]) => /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`/.test(text))
    .map(([path]) => `${path} has SQL outside a queries file`)

export const noFrameworkBelowTsx: Rule = (files) =>
  arrowsOf(files)
    .filter(
      ({ path, to }) =>
        path.startsWith('app/') && /^(react|react-dom|@remix-run)\b/.test(to) && mayNotUseFrameworks(path),
    )
    .map(({ path, to }) => `${path} may not import ${to}`)

function mayNotUseFrameworks(path: string): boolean {
  return !path.endsWith('.tsx') && !/^app\/(routes|http)\//.test(path) && !/^app\/(routes|server)\.ts$/.test(path)
}

const wrapper = /^(pageLoader|pageAction|buttonAction|openAction|endpoint|noEndpoint)\b/

export const everyLoaderAndActionIsWrapped: Rule = (files) =>
  codeOf(files)
    .filter(([path]) => isRoute(path))
    .flatMap(([path, text]) => {
      const exported = [
        ...text.matchAll(/export (?:const|async function|function|let) (loader|action)\b\s*(?:=\s*(\w+))?/g),
      ]
      const bare = exported.filter(
        ([, , value = '']) => !wrapper.test(value) && !wrapper.test(definitionOf(value, text)),
      )
      return bare.map(([, name]) => `${path} exports a ${name} that is not wrapped`)
    })

function definitionOf(name: string, text: string): string {
  return (name && new RegExp(`\\bconst ${name} = (\\w+)`).exec(text)?.[1]) || ''
}

export const apiRoutesAnswerEveryMethod: Rule = (files) =>
  codeOf(files)
    .filter(([path]) => path.startsWith('app/routes/api/'))
    .filter(([, text]) => !(/export const loader\b/.test(text) && /export const action\b/.test(text)))
    .map(([path]) => `${path} must export loader and action both, so that other methods get a 405`)

export const filesStayUnderTheirCeiling: Rule = (files) =>
  codeOf(files)
    .map(([path, text]) => ({ path, lines: linesOf(text), most: isRoute(path) ? 80 : isTest(path) ? 400 : 250 }))
    .filter(({ lines, most }) => lines > most)
    .map(({ path, lines, most }) => `${path} has ${lines} lines of ${most}`)

const longest = (path: string) => (isRoute(path) ? 60 : 40)

export const functionsStayUnderTheirCeiling: Rule = (files) =>
  codeOf(files)
    .filter(([path]) => !isTest(path) && !path.startsWith('migrations/'))
    // A short file has no long function, and need not be parsed.
    .filter(([path, text]) => linesOf(text) > longest(path))
    .flatMap(([path, text]) => functionsOf(path, text).map((one) => ({ path, ...one })))
    .filter(({ lines, path }) => lines > longest(path))
    .map(({ path, name, lines }) => `${path}: ${name} has ${lines} lines`)

export const roomsHaveAtMost16Files: Rule = (files) => {
  const counts = new Map<string, number>()
  for (const path of files.keys()) if (roomOf(path)) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 16).map(([folder, count]) => `${folder} has ${count} files`)
}

export const everyRoomHasAReadme: Rule = (files) =>
  [...new Set([...files.keys()].map(roomOf))]
    .filter((room) => room && !files.has(`app/features/${room}/README.md`))
    .map((room) => `${room} has no README.md`)

export const namesArePlain: Rule = (files) =>
  [...files.keys()]
    .filter((path) => isCode(path) && !isRoute(path))
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return (
        !/^[a-z0-9_]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name) ||
        /\b(utils?|helpers?|misc|common|service|manager)\b/.test(path) ||
        name === 'index.ts'
      )
    })
    .map((path) => `${path} is not a name for what is in it`)

export const everyTableSaysWhatARowMeans: Rule = (files) =>
  [...files]
    .filter(([path]) => path.startsWith('migrations/'))
    .flatMap(([path, text]) => {
      const bare = [...text.matchAll(/(\/\/[^\n]*\n\s*)?await db\.schema\s*\.createTable\('(\w+)'\)/g)].filter(
        ([, comment]) => !comment,
      )
      return bare.map(([, , table]) => `${path}: ${table} does not say what one row means`)
    })

export const everyPageSaysItsHead: Rule = (files) =>
  codeOf(files)
    .filter(([path]) => /^app\/routes\/pages\/.*\.tsx$/.test(path))
    // What shows nothing leads on, or refuses.
    .filter(([, text]) => /export default/.test(text) && !/export default [^{]*\{\n\s*return null\n/.test(text))
    .filter(([, text]) => !/export const meta = (titled|headed)\b/.test(text))
    .map(([path]) => `${path} has no head made by titled or headed`)

/** Of a box's sides, the start and the end, so that text from right to left stands right. */
const sides =
  /(?:^|[;{\s])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|left|right)[\w-]*\s*:|(?:text-align|float|clear|justify-\w+)\s*:\s*(?:left|right)\b/m

export const stylesKnowNoLeftAndRight: Rule = (files) =>
  [...files]
    .filter(([path, text]) => path.endsWith('.css') && sides.test(text))
    .map(([path]) => `${path} says left or right, not start or end`)

/** Packages that are used without being imported: by name in a script, a configuration, or another package. */
const usedByName = [
  'remix',
  '@remix-run/dev',
  '@biomejs/biome',
  'typescript',
  'react-dom',
  'isbot',
  'vite',
  'vitest',
  '@fontsource-variable/source-serif-4',
  '@fontsource/source-serif-4',
  '@zxcvbn-ts/language-common',
]

export const everyDependencyIsUsed: Rule = (files) => {
  const { dependencies, devDependencies } = JSON.parse(files.get('package.json') ?? '{}')
  const imported = arrowsOf(files).map(({ to }) => to)
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => !name.startsWith('@types/') && !usedByName.includes(name))
    .filter((name) => !imported.some((to) => to === name || to.startsWith(`${name}/`)))
    .map((name) => `${name} is a dependency that nothing imports`)
}
