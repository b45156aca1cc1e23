const minute = 60_000

const delays = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * minute)

/** How long (ms) a mail waits after so many attempts; nothing once there were enough. */
export function delayAfter(attempts: number): number | undefined {
  return delays[attempts - 1]
}

/** The receiver's server knows the address and does not want it: asking again would be rude. A password that it refuses is the site's own fault, and may be mended. */
export function isForGood(error: unknown): boolean {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  return code === 'EENVELOPE' && Number(responseCode) >= 500
}
