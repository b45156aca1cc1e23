import * as v from 'valibot'
import { type Picture, pictureMarkdown, picturePath } from '#app/features/pictures/picture.ts'

export const PictureAnswer = v.object({
  id: v.string(),
  path: v.pipe(v.string(), v.description('Where it is shown from, on this site.')),
  width: v.number(),
  height: v.number(),
  markdown: v.pipe(v.string(), v.description('What shows it; between the brackets goes what it shows.')),
})

export function pictureAnswer(picture: Picture): v.InferOutput<typeof PictureAnswer> {
  const { id, width, height } = picture
  return { id, path: picturePath(picture), width, height, markdown: pictureMarkdown(picture, '') }
}
