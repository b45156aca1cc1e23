import { Command, CommanderError } from 'commander'
import { giveWay } from '#app/lib/give-way.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'

/** What each command is, read where it is wanted. */
const commands = new Map<string, () => Promise<Command>>([
  ['serve', async () => (await import('./serve.ts')).serveCommand()],
  ['start', async () => (await import('./serve.ts')).startCommand()],
  ['migrate', async () => (await import('./migrate.ts')).migrateCommand()],
  ['seed', async () => (await import('./seed.ts')).seedCommand()],
  ['member', async () => (await import('./member.ts')).memberCommand()],
  ['token', async () => (await import('./token.ts')).tokenCommand()],
  ['import', async () => (await import('./import.ts')).importCommand()],
  ['classify', async () => (await import('./classify.ts')).classifyCommand()],
  ['export', async () => (await import('./export.ts')).exportCommand()],
  ['doctor', async () => (await import('./doctor.ts')).doctorCommand()],
  ['backup', async () => (await import('./backup.ts')).backupCommand()],
  ['restore', async () => (await import('./backup.ts')).restoreCommand()],
])

const program = new Command('parallax')
  .description('A forum for careful disagreement about what AI models did, and what to call it.')
  .showHelpAfterError('(add --help for what it takes)')
  .exitOverride()
  .enablePositionalOptions()

// Pages come first where a command works beside a site.
const serving = ['serve', 'start']
const name = process.argv[2] ?? ''
if (!serving.includes(name)) giveWay()

const asked = commands.get(name)
for (const command of asked ? [asked] : commands.values()) program.addCommand(inherited(await command()))

/** Commands below throw on wrong usage too, rather than leaving with commander's own status; and none takes an option said to one below it. */
function inherited(command: Command): Command {
  command.exitOverride().enablePositionalOptions()
  command.commands.forEach(inherited)
  return command
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = statusOf(error)
}

/** 1: refused, with a sentence; 2: wrong usage, which commander has explained. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  console.error(saidOf(error))
  return 1
}

/** A refusal's sentence; what the machine or the database refuses in its own words; of a bug, where it is. */
function saidOf(error: unknown): string {
  if (isRefusal(error) || !(error instanceof Error)) return String((error as Error).message)
  const first = error instanceof AggregateError ? (error.errors[0] as Error) : error
  const { code = '', syscall } = first as { code?: string; syscall?: string }
  // Classes of PostgreSQL's codes for what is not about a statement: connection, sign-in, no such database, full, shut down.
  const isOutside = syscall !== undefined || /^(08|28|3D|53|57|SQLITE_(CANTOPEN|NOTADB|READONLY|FULL))/.test(code)
  return isOutside ? `Could not go on: ${first.message}.` : (error.stack ?? error.message)
}
