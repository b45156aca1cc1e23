import { sha256 } from '#app/lib/digest.server.ts'

/** What is kept of a handle of somebody who left, so that nobody else takes it. */
export const retiredHash = (handleKey: string) => sha256(`handle ${handleKey}`)
