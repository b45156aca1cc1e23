import { Command } from 'commander'
import { migrate, migrationStatus } from '#db/migrate.ts'
import { givenEnv, print } from './site.ts'

export function migrateCommand(): Command {
  const command = new Command('migrate')
    .description('Brings the database to the newest schema.')
    .option('--json', 'print one JSON document')
    .action(async ({ json }) => {
      const ran = await migrate(givenEnv().DATABASE_URL)
      print(json, { ran }, ran.length > 0 ? ran.map((name) => `ran ${name}`) : 'already at the newest schema')
    })
  command
    .command('status')
    .description('Lists the migrations and when each ran.')
    .option('--json', 'print one JSON document')
    .action(async ({ json }) => {
      const migrations = await migrationStatus(givenEnv().DATABASE_URL)
      print(
        json,
        { migrations },
        migrations.map(({ name, ranAt }) => `${name}  ${ranAt?.toISOString() ?? 'not yet'}`),
      )
    })
  return command
}
