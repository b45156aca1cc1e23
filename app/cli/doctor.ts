import { Command } from 'commander'
import type { Examined } from '#app/features/doctor/check.ts'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { progress } from './progress.ts'
import { print, withDatabase } from './site.ts'

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Looks whether the database holds together: links, counters, search, anchors.')
    .option('--repair', 'set right what can be: counters and the search index')
    .option('--json', 'print one JSON document')
    .action(async ({ repair = false, json }) => {
      const { step, end } = progress()
      const checks = await withDatabase((db) => examine(db, { repairs: repair, step })).finally(end)
      const ok = checks.every((check) => check.ok)
      print(json, { ok, checks }, checks.flatMap(linesOf))
      if (ok) return
      const wrong = checks.filter((check) => !check.ok).map(({ name }) => name)
      console.error(`Something is wrong: ${wrong.join(', ')}.`)
      process.exitCode = 1
    })
}

function linesOf({ name, ok, found, repaired, examples }: Examined): string[] {
  const mended = repaired > 0 ? `, ${repaired} set right` : ''
  return [
    `${ok ? 'ok   ' : 'wrong'}  ${name}${ok ? '' : `: ${found}`}${mended}`,
    ...examples.map((one) => `         ${one}`),
  ]
}
