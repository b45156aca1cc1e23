import { Command } from 'commander'
import { findProfile } from '#app/features/accounts/accounts.server.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { print, withDatabase } from './site.ts'

export function tokenCommand(): Command {
  const command = new Command('token').description('Personal access tokens for the API.')
  command
    .command('add')
    .argument('<handle>')
    .description('Makes a token for a member and prints it, this once.')
    .option('--name <name>', 'what it is for', 'command line')
    .option('--json', 'print one JSON document')
    .action(async (handle, { name, json }) => {
      const token = await withDatabase(async (db) => addToken(db, await findProfile(db, handle), name))
      print(json, { token }, token)
    })
  return command
}
