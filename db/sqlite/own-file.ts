import { chmodSync, closeSync, openSync } from 'node:fs'

/** Makes a file, where there is none, that nobody else on the machine reads: SQLite makes its own for everybody, and there are addresses and drafts in it. */
export function makeOwnFile(path: string) {
  closeSync(openSync(path, 'a', 0o600))
}

/** Of a copy: as makeOwnFile. */
export const closeToOthers = (path: string) => chmodSync(path, 0o600)
