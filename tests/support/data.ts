import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Real data that lies beside the project where it is built; elsewhere these tests are skipped, and say so. */
const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

export const hasData = existsSync(folder)
if (!hasData) console.warn(`Tests on real data are skipped: there is no ${folder}`)

export const dataPath = (path: string) => folder + path
export const readData = (path: string): Uint8Array => readFileSync(dataPath(path))
export const readDataJson = (path: string) => JSON.parse(readFileSync(dataPath(path), 'utf8'))
