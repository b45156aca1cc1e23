import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// What Node made of each file is kept for the next process or thread, of which the tests start hundreds.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url))

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/global.ts',
    setupFiles: 'tests/support/strict-console.ts',
    // A machine that others use may stand still for half a minute.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // A second is short where the machine does much else.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    pool: 'forks',
    // No module keeps state (app/ARCHITECTURE.md), so test files share what they import: to evaluate it for each would take minutes.
    isolate: false,
    // As in production, Node loads the built site by itself.
    server: { deps: { external: [/\/build\/server\//] } },
  },
})
