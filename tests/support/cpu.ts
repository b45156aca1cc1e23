/** What this process has had of the processor, ms: unlike a clock it stands while a busy machine serves others. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
