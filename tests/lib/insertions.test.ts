import { expect, it } from 'vitest'
import { Insertions } from '#app/lib/insertions.server.ts'

it('A page is sent with the pieces that its marks stand for, each where its mark is, and nothing else is taken for a mark', () => {
  const insertions = new Insertions()
  const first = insertions.markFor(['<li>', Buffer.from('’'), '</li>'])
  const second = insertions.markFor([Buffer.from('<li>2</li>')])
  const unused = insertions.markFor(['not shown'])
  const others = new Insertions().markFor(['of another page'])
  const page = insertions.bytesOf(`<p>—</p><ol>${second}</ol>${others}<ol>${first}</ol>`)
  expect(page.toString()).toBe(`<p>—</p><ol><li>2</li></ol>${others}<ol><li>’</li></ol>`)
  expect(new Set([first, second, unused, others]).size).toBe(4)
})
