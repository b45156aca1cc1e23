import { expect, test } from 'vitest'
import { freshDatabase } from '#tests/support/engines.ts'
import { serveOn } from '#tests/trials/server-process.ts'

test.each(['sqlite', 'postgres'] as const)(
  'an empty database is made ready when it is served, on %s',
  async (engine) => {
    const server = await serveOn(await freshDatabase(engine, false))
    try {
      for (const path of ['/readyz', '/', '/api/v1/posts'])
        expect((await fetch(server.address + path)).status, path).toBe(200)
      expect(server.log()).toContain('The database was empty: its tables are made.')
    } finally {
      await server.kill()
    }
  },
)
