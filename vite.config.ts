import { writeFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Beside each script and style of the browser's, the same in what browsers take. */
const precompressed: Plugin = {
  name: 'precompressed',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    if (!dir?.endsWith('client')) return
    for (const [name, made] of Object.entries(bundle)) {
      if (!/\.(?:js|css)$/.test(name)) continue
      const text = made.type === 'chunk' ? made.code : made.source
      writeFileSync(`${dir}/${name}.br`, brotliCompressSync(text))
      writeFileSync(`${dir}/${name}.gz`, gzipSync(text))
    }
  },
}

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    precompressed,
  ],
  build: { target: 'es2022' },
  ssr: { external: ['better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js', 'pg', 'sharp'] },
})
