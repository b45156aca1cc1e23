import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { makePicture } from '#app/features/pictures/make-picture.server.ts'
import { pictureMarkdown, picturePath } from '#app/features/pictures/picture.ts'
import { bringPicture, findPicture } from '#app/features/pictures/pictures.server.ts'
import { newId } from '#app/lib/ids.ts'
import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { cpuMs } from '#tests/support/cpu.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const plain = (width: number, height: number, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } })
const refused = (said: string) => ({ kind: 'invalid', errors: { picture: [expect.stringContaining(said)] } })

test('PNG, JPEG and WebP become WebP, upright, without what a camera wrote, at most 2,000 pixels a side', async () => {
  const exif = { IFD0: { Artist: 'Somebody', Copyright: 'Secret' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } }
  const sent = [
    await plain(40, 30).png().toBuffer(),
    await plain(40, 30).withMetadata({ orientation: 6 }).withExif(exif).jpeg().toBuffer(),
    await plain(40, 30).webp().toBuffer(),
  ]
  const made = await Promise.all(sent.map(makePicture))
  expect(made.map(({ width, height }) => [width, height])).toEqual([
    [40, 30],
    [30, 40],
    [40, 30],
  ])
  for (const { bytes } of made) {
    const { format, exif: kept, orientation } = await sharp(bytes).metadata()
    expect({ format, kept, orientation }).toEqual({ format: 'webp', kept: undefined, orientation: undefined })
    expect(bytes.includes('Secret')).toBe(false)
  }
  expect(await makePicture(await plain(5000, 100).png().toBuffer())).toMatchObject({ width: 2000, height: 40 })
})

test('what is no such picture is refused, whatever it is called', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  )
  const gif = await plain(9, 9).gif().toBuffer()
  const png = await plain(900, 900).png().toBuffer()
  for (const sent of [svg, gif, Buffer.from('<?xml version="1.0"?>'), Buffer.from('GIF89a')])
    await expect(makePicture(sent)).rejects.toMatchObject(refused('no PNG, JPEG or WebP'))
  await expect(makePicture(Buffer.alloc(0))).rejects.toMatchObject(refused('Choose a picture'))
  await expect(makePicture(png.subarray(0, 200))).rejects.toMatchObject(refused('broken'))
  await expect(makePicture(Buffer.concat([png.subarray(0, 8), svg]))).rejects.toMatchObject(refused('broken'))
  await expect(makePicture(Buffer.alloc(5_000_001, png))).rejects.toMatchObject(refused('at most 5 MB'))
})

test('5 MB to the byte are taken, and one more is not', async () => {
  const png = await plain(30, 20).png().toBuffer()
  // What stands after the end of a PNG is not of the picture.
  const filled = (length: number) => Buffer.concat([png, Buffer.alloc(length - png.length)])
  expect(await makePicture(filled(5_000_000))).toMatchObject({ width: 30, height: 20 })
  await expect(makePicture(filled(5_000_001))).rejects.toMatchObject(refused('at most 5 MB'))
})

test('moving WebP stands still, print colours become those of a screen, and a thread of pixels keeps its length', async () => {
  const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => plain(9, 9, colour).png().toBuffer()))
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  const still = await makePicture(moving)
  expect([still.width, still.height]).toEqual([9, 9])
  expect((await sharp(still.bytes).metadata()).pages ?? 1).toBe(1)
  const printed = await plain(40, 30, '#00aa00').toColourspace('cmyk').jpeg().toBuffer()
  expect((await sharp(printed).metadata()).space).toBe('cmyk')
  const { bytes } = await makePicture(printed)
  expect((await sharp(bytes).metadata()).space).toBe('srgb')
  const [red = 0, green = 0] = await sharp(bytes).raw().toBuffer()
  expect(green).toBeGreaterThan(red)
  expect(await makePicture(await plain(1, 60_000).png().toBuffer())).toMatchObject({ width: 1, height: 2000 })
  expect(await makePicture(await plain(100_000, 1).png().toBuffer())).toMatchObject({ width: 2000, height: 1 })
})

test('a bomb, few bytes of endless pixels, is refused before it is unpacked', async () => {
  const bomb = await sharp({
    create: { width: 6500, height: 6500, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer()
  expect(bomb.length).toBeLessThan(5_000_000)
  const started = cpuMs()
  await expect(makePicture(bomb)).rejects.toMatchObject(refused('40 million pixels'))
  expect(cpuMs() - started).toBeLessThan(1000)
})

test('words that show a picture cannot break out of their brackets', () => {
  const picture = { id: newId(), width: 4, height: 3 }
  const html = renderMarkdown(pictureMarkdown(picture, 'a ](https://a.example) [b]\nc\\'))
  expect(html).toContain(`<img src="${picturePath(picture)}" alt="a (https://a.example) b c" width="4" height="3"`)
})

describeOnBothEngines('Pictures', (open) => {
  test('are kept byte for byte, found by their address, and are one when sent twice, also at once', async () => {
    const db = open()
    const member = await addWithoutPassword(db, `m${newId()}`)
    const sent = await plain(
      30,
      20,
      `#${newId()
        .slice(-6)
        .replace(/[^0-9a-f]/g, '0')}`,
    )
      .png()
      .toBuffer()
    const both = await Promise.all([bringPicture(db, member, sent), bringPicture(db, member, sent)])
    expect(both[0]?.id).toBe(both[1]?.id)
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
    const again = await bringPicture(db, member, sent)
    expect(again).toMatchObject({ id: both[0]?.id, isNew: false, width: 30, height: 20 })
    const made = await makePicture(sent)
    for (const file of [`${again.id}.webp`, `${again.id}-30x20.webp`])
      expect(Buffer.compare((await findPicture(db, file)).bytes, made.bytes)).toBe(0)
    for (const file of [`${again.id}-31x20.webp`, `${again.id}.png`, 'nothing', `${newId()}.webp`, '../x'])
      await expect(findPicture(db, file)).rejects.toMatchObject({ kind: 'not found' })
  })
})
