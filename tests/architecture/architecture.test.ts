import { describe, expect, test } from 'vitest'
import * as allRules from './rules.ts'
import { type Files, readFiles } from './source.ts'

const files = readFiles()
const rules: Record<string, allRules.Rule> = { ...allRules }

/** For each rule, what breaks it: a path and its text. */
const planted: Record<keyof typeof allRules, [path: string, text: string]> = {
  aRoomUsesOnlyLowerFloors: [
    'app/features/claims/planted.server.ts',
    "import { vote } from '#app/features/votes/votes.server.ts'",
  ],
  everyRoomHasAFloor: ['app/features/attic/planted.ts', ''],
  libUiAndDbKnowNoRoom: ['app/lib/planted.ts', "import { parse } from '../features/claims/claim.ts'"],
  roomsDoNotKnowTheRoof: ['app/features/claims/planted.ts', "import { pageLoader } from '#app/http/page.server.ts'"],
  queriesArePrivate: [
    'app/features/ballots/planted.server.ts',
    "import * as queries from '../claims/claims.queries.server.ts'",
  ],
  sqlStandsInQueriesFiles: ['app/features/claims/planted.server.ts', "db.selectFrom('claims').execute()"],
  noFrameworkBelowTsx: ['app/features/claims/planted.server.ts', "import { redirect } from '@remix-run/node'"],
  everyLoaderAndActionIsWrapped: ['app/routes/pages/planted.tsx', 'export async function loader() {}'],
  apiRoutesAnswerEveryMethod: ['app/routes/api/planted.ts', 'export const loader = endpoint({})'],
  filesStayUnderTheirCeiling: ['app/lib/planted.ts', 'let a\n'.repeat(251)],
  functionsStayUnderTheirCeiling: ['app/lib/planted.ts', `function planted() {\n${'  a()\n'.repeat(41)}}`],
  roomsHaveAtMost16Files: ['app/features/claims/planted.ts', ''],
  everyRoomHasAReadme: ['app/features/planted/planted.ts', ''],
  namesArePlain: ['app/lib/planted-utils.ts', ''],
  everyTableSaysWhatARowMeans: ['migrations/9999_planted.ts', "await db.schema.createTable('planted')"],
  everyPageSaysItsHead: ['app/routes/pages/planted.tsx', 'export default function Planted() {\n  return <p />\n}'],
  stylesKnowNoLeftAndRight: ['app/features/claims/planted.css', '.planted {\n  margin-left: 1rem;\n}'],
  everyDependencyIsUsed: ['package.json', '{"dependencies":{"a-package-of-nobody":"1.0.0"}}'],
}

function withPlanted([path, text]: [string, string]): Files {
  const crowd = Array.from(
    { length: 16 },
    (_, n) => [`${path.slice(0, path.lastIndexOf('/'))}/crowd-${n}.ts`, ''] as const,
  )
  return new Map([...files, ...(path.endsWith('claims/planted.ts') ? crowd : []), [path, text]])
}

describe.each(Object.entries(rules))('%s', (name, broken) => {
  test('holds', () => {
    expect(broken(files)).toEqual([])
  })

  test('is seen to fail where it is broken', () => {
    const before = new Set(broken(files))
    const found = broken(withPlanted(planted[name as keyof typeof planted])).filter((one) => !before.has(one))
    expect(found.length).toBeGreaterThan(0)
  })
})
