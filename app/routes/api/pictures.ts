import { pictureAnswer } from '#app/features/exchange/answers/picture-answer.server.ts'
import { mostMegabytes, pictureTypes } from '#app/features/pictures/picture.ts'
import { bringPicture } from '#app/features/pictures/pictures.server.ts'
import { endpoint, made, there, uploading } from '#app/http/api.server.ts'

const pictures = endpoint({
  post: uploading(
    {
      summary: 'Takes a picture in, to be shown by its address in what one writes. The body is the picture itself.',
      answers: 'picture',
      types: pictureTypes,
      megabytes: mostMegabytes,
    },
    async ({ db, member, body }) => {
      const { isNew, ...picture } = await bringPicture(db, member, body)
      const answer = pictureAnswer(picture)
      return isNew ? made(answer, answer.path) : there(answer, answer.path)
    },
  ),
})

export const loader = pictures
export const action = pictures
