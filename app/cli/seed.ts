import { Command } from 'commander'
import { seed } from '#app/demo/seed.server.ts'
import { print, withDatabase } from './site.ts'

export function seedCommand(): Command {
  return new Command('seed')
    .description('Puts the demo content into an empty database, once.')
    .option('--json', 'print one JSON document')
    .action(async ({ json }) => {
      const seeded = await withDatabase((db) => seed(db))
      print(json, { seeded }, seeded ? 'the demo content is in' : 'nothing done: the database is not empty')
    })
}
