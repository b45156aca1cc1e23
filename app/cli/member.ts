import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Command, Option } from 'commander'
import { addWithoutPassword, join, memberOfHandle, oldestMembers } from '#app/features/accounts/accounts.server.ts'
import { roles } from '#app/features/accounts/member.ts'
import { type TextChoice, textChoices } from '#app/features/keeping/removing/removal.ts'
import { isRemoved, removeByCommand } from '#app/features/keeping/removing/removals.server.ts'
import { sweepRemoval } from '#app/features/keeping/removing/sweep.server.ts'
import { renameInAnswers } from '#app/http/renaming.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { print, withDatabase } from './site.ts'

export function memberCommand(): Command {
  const command = new Command('member').description('Adds, lists and removes members.')
  command
    .command('add')
    .argument('<handle>')
    .description('Adds a member; without --password-stdin only tokens serve it.')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).default('member'))
    .option('--password-stdin', 'read the password from standard input; a terminal is asked for it')
    .option('--json', 'print one JSON document')
    .action(async (handle, { role, passwordStdin, json }) => {
      const password = passwordStdin ? await givenPassword() : undefined
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
  addRemoval(command)
  return command
}

/** All that is piped in; from a terminal one line, which is not shown. */
async function givenPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '')
  const unseen = new Writable({ write: (_, __, done) => done() })
  const asking = createInterface({ input: process.stdin, output: unseen, terminal: true })
  asking.on('SIGINT', () => process.exit(130))
  process.stderr.write('Password: ')
  const password = await asking.question('')
  asking.close()
  process.stderr.write('\n')
  return password
}

function addRemoval(command: Command) {
  command
    .command('remove')
    .argument('<handle>')
    .description(
      'Removes an account for good: the name goes, votes are taken back, what was written stays without a name.',
    )
    .addOption(
      new Option('--texts <what>', 'what was written stays, or is emptied').choices(textChoices).default('stay'),
    )
    .option('--json', 'print one JSON document')
    .action(async (handle, { texts, json }) => {
      const removed = await withDatabase((db) => removeOrGoOn(db, handle, texts))
      print(json, removed, `removed ${handle}: what is left goes by ${removed.handle}`)
    })
}

/** Interrupted, it goes on where the handle is given that the account goes by now. */
async function removeOrGoOn(db: Db, handle: string, texts: TextChoice) {
  const member = await memberOfHandle(db, handle)
  if (!member) throw notFound('member')
  const removed = (await isRemoved(db, member.id)) ? member : await removeByCommand(db, member, texts)
  await sweepRemoval(db, member.id, renameInAnswers)
  return { id: removed.id, handle: removed.handle }
}
