import { expect, test } from 'vitest'
import { addressOf } from '#app/http/address.server.ts'

test.each([
  ['127.0.0.1', '9.9.9.9', 0, '127.0.0.1'],
  ['127.0.0.1', '9.9.9.9, 1.2.3.4', 1, '1.2.3.4'],
  ['127.0.0.1', '9.9.9.9, 1.2.3.4, 10.0.0.1', 2, '1.2.3.4'],
  ['127.0.0.1', null, 1, '127.0.0.1'],
  ['127.0.0.1', 'not an address', 1, '127.0.0.1'],
  ['::ffff:1.2.3.4', null, 0, '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
  ['2001:db8::6', null, 0, '2001:db8:0:0::/64'],
  ['fe80::1%eth0', null, 0, 'fe80:0:0:0::/64'],
])('%s that hands on %s, behind %d proxies, is %s', (connected, forwarded, proxies, address) => {
  expect(addressOf(connected, forwarded, proxies)).toBe(address)
})
