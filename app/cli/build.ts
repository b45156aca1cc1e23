import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#app/lib/refusal.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = `${root}build/server/index.js`

export const isBuilt = () => existsSync(built)

/** True when nothing is built, or something that the build reads is newer than what it made. */
export function isStale(): boolean {
  if (!isBuilt()) return true
  const builtAt = statSync(built).mtimeMs
  const sources = globSync(['app/**', 'db/**/*.ts', 'public/**', 'package-lock.json', 'vite.config.ts'], { cwd: root })
  return sources.some((file) => statSync(root + file).mtimeMs > builtAt)
}

export function build() {
  const { status, stderr, stdout } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Refusal('conflict', `The build failed:\n${stdout}${stderr}`)
}
