import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { Command } from 'commander'

const names = readdirSync(import.meta.dirname).flatMap((file) => /^(.+)\.test\.ts$/.exec(file)?.[1] ?? [])

/** Runs the trials with all of their rounds; `npm test` runs them with few. */
const command = new Command('npm run trial')
  .argument('[name]', `one of ${names.join(', ')}; all where none is named`)
  .option('--rounds <n>', 'so many rounds, requests or texts, in place of its own number')
  .option('--seed <s>', 'what chance begins from')
  .action((name: string | undefined, { rounds, seed }: { rounds?: string; seed?: string }) => {
    if (name !== undefined && !names.includes(name))
      command.error(`There is no trial ${name}: there are ${names.join(', ')}.`)
    if (rounds !== undefined && !/^[1-9]\d{0,6}$/.test(rounds)) command.error('--rounds takes a whole number.')
    process.exitCode = run(name, {
      TRIAL: 'long',
      ...(rounds && { TRIAL_ROUNDS: rounds }),
      ...(seed && { TRIAL_SEED: seed }),
    })
  })

function run(name: string | undefined, asked: Record<string, string>): number {
  const files = (name ? [name] : names).map((one) => `tests/trials/${one}.test.ts`)
  const plain = ['--reporter=verbose', '--disable-console-intercept', '--no-file-parallelism']
  const { status } = spawnSync('vitest', ['run', ...plain, ...files], {
    stdio: 'inherit',
    env: { ...process.env, npm_config_loglevel: 'error', ...asked },
  })
  return status ?? 1
}

command.parse()
