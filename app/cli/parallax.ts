#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { isRefusal } from '#app/lib/refusal.ts'
import { importCommand } from './import.ts'
import { memberCommand } from './member.ts'
import { migrateCommand } from './migrate.ts'
import { seedCommand } from './seed.ts'
import { serveCommand, startCommand } from './serve.ts'
import { tokenCommand } from './token.ts'

const program = new Command('parallax')
  .description('A forum for careful disagreement about what AI models did, and what to call it.')
  .showHelpAfterError('(add --help for what it takes)')
  .exitOverride()

for (const command of [
  serveCommand,
  startCommand,
  migrateCommand,
  seedCommand,
  memberCommand,
  tokenCommand,
  importCommand,
]) {
  program.addCommand(inherited(command()))
}

/** Commands below throw on wrong usage too, rather than leaving with commander's own status. */
function inherited(command: Command): Command {
  command.exitOverride()
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
  console.error(
    isRefusal(error) || !(error instanceof Error) ? String((error as Error).message) : (error.stack ?? error.message),
  )
  return 1
}
