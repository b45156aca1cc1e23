import { expect, test } from 'vitest'
import { addWithoutPassword, authenticate, findProfile, join } from '#app/features/accounts/accounts.server.ts'
import { changeHandle, formerHandlesOf } from '#app/features/accounts/handles.server.ts'
import { mostHandles } from '#app/features/accounts/member.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('A change of handle', (open) => {
  test('leaves the old handle leading to the member, who may sign in by either and go back', async () => {
    const wren = await join(open(), 'Wren', 'a long enough password')
    const renamed = await changeHandle(open(), wren, 'Jenny-Wren')
    expect(renamed).toEqual({ ...wren, handle: 'Jenny-Wren' })
    expect(await findProfile(open(), 'wREN')).toMatchObject({ id: wren.id, handle: 'Jenny-Wren' })
    expect(await authenticate(open(), 'Wren', 'a long enough password')).toEqual(renamed)
    expect(await formerHandlesOf(open(), renamed)).toEqual(['wren'])
    expect(await changeHandle(open(), renamed, 'WREN')).toMatchObject({ handle: 'WREN' })
    expect(await formerHandlesOf(open(), { ...wren, handle: 'WREN' })).toEqual(['jenny-wren'])
  })

  test('frees the old handle for nobody, and takes none that is or was another’s', async () => {
    const heron = await addWithoutPassword(open(), 'Heron')
    const other = await addWithoutPassword(open(), 'Egret')
    await changeHandle(open(), heron, 'Grey-Heron')
    const taken = { kind: 'invalid', errors: { handle: [expect.stringContaining('taken')] } }
    await expect(addWithoutPassword(open(), 'heron')).rejects.toMatchObject(taken)
    await expect(changeHandle(open(), other, 'HERON')).rejects.toMatchObject(taken)
    await expect(changeHandle(open(), other, 'grey-heron')).rejects.toMatchObject(taken)
    await expect(changeHandle(open(), other, 'a b')).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('to one handle is done once of two who ask at once, also where one of them joins', async () => {
    const [a, b] = [await addWithoutPassword(open(), 'Ruff'), await addWithoutPassword(open(), 'Reeve')]
    const all = await Promise.allSettled([
      changeHandle(open(), a, 'Wader'),
      changeHandle(open(), b, 'wader'),
      addWithoutPassword(open(), 'WADER'),
    ])
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'invalid' })
    const owner = await findProfile(open(), 'wader')
    const holders = await open().selectFrom('members').select('id').where('handle_key', '=', 'wader').execute()
    expect(holders).toEqual([{ id: owner.id }])
  })

  test('is bounded, since each handle is kept for good', async () => {
    const member = await addWithoutPassword(open(), 'Knot-0')
    for (let n = 1; n < mostHandles; n++) await changeHandle(open(), member, `Knot-${n}`)
    await expect(changeHandle(open(), member, 'Knot-more')).rejects.toMatchObject({ kind: 'invalid' })
    expect(await changeHandle(open(), member, 'Knot-0')).toMatchObject({ handle: 'Knot-0' })
  })
})
