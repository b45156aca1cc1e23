import { isIP, isIPv6 } from 'node:net'

/** Whom a request comes from: who is connected or, behind so many trusted proxies, whom the outermost of them names. One who holds a whole IPv6 network is one. */
export function addressOf(connected: string, forwarded: string | null, proxies: number): string {
  const named = forwarded?.split(',').map((one) => one.trim()) ?? []
  const given = proxies > 0 ? (named.at(-proxies) ?? named[0]) : undefined
  return networkOf(given !== undefined && isIP(given) ? given : connected)
}

function networkOf(address: string): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/%.*$/s, '')
  if (!isIPv6(plain)) return plain
  const [before = [], after] = plain.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = after ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0') : []
  const groups = [...before, ...zeros, ...(after ?? [])].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
