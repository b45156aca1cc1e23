/** Milliseconds since 1970, UTC: the one way times are kept. Tests set the system's clock. */
export function now(): number {
  return Date.now()
}

/** A kept time as ISO 8601 UTC, as the API prints it. */
export function isoTime(ms: number): string
export function isoTime(ms: number | null): string | null
export function isoTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

/** The UTC day of a kept time, `2026-11-21`. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

export const dayMs = 86_400_000

/** The UTC day of a kept time, in days since 1970. */
export const dayNumber = (ms: number): number => Math.floor(ms / dayMs)
