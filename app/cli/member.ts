import { text } from 'node:stream/consumers'
import { Command, Option } from 'commander'
import { addWithoutPassword, join, oldestMembers } from '#app/features/accounts/accounts.server.ts'
import { roles } from '#app/features/accounts/member.ts'
import { print, withDatabase } from './site.ts'

export function memberCommand(): Command {
  const command = new Command('member').description('Adds and lists members.')
  command
    .command('add')
    .argument('<handle>')
    .description('Adds a member; without --password-stdin only tokens serve it.')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).default('member'))
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'print one JSON document')
    .action(async (handle, { role, passwordStdin, json }) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
      const member = await withDatabase((db) =>
        password === undefined ? addWithoutPassword(db, handle, role) : join(db, handle, password, role),
      )
      print(
        json,
        { id: member.id, handle: member.handle, role: member.role },
        `added ${member.handle} (${member.role})`,
      )
    })
  command
    .command('list')
    .description('Lists all members, oldest first.')
    .option('--json', 'print one JSON document')
    .action(async ({ json }) => {
      const members = await withDatabase(oldestMembers)
      print(
        json,
        { members },
        members.map((m) => `${m.handle}  ${m.unclaimed ? 'unclaimed' : m.role}`),
      )
    })
  return command
}
