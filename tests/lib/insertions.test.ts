import { expect, it } from 'vitest'
import { Insertions } from '#app/lib/insertions.server.ts'

it('A page is sent with the bytes that its marks stand for, each where its mark is, and nothing else is taken for a mark', () => {
  const insertions = new Insertions()
  const [first, second] = [insertions.markFor(Buffer.from('<li>’</li>')), insertions.markFor(Buffer.from('<li>2</li>'))]
  const unused = insertions.markFor(Buffer.from('not shown'))
  const others = new Insertions().markFor(Buffer.from('of another page'))
  const page = insertions.bytesOf(`<p>—</p><ol>${second}</ol>${others}<ol>${first}</ol>`)
  expect(page.toString()).toBe(`<p>—</p><ol><li>2</li></ol>${others}<ol><li>’</li></ol>`)
  expect(new Set([first, second, unused, others]).size).toBe(4)
})
