import { FileField, TextField } from '#app/ui/form.tsx'
import { mostMegabytes, pictureTypes } from './picture.ts'

/** Brings a picture into what is being written: a step on the way, which the form answers with the picture in its body. With a script, one may paste or drop it there too. */
export function PictureField({ values }: { values: Record<string, string> }) {
  return (
    <details open={values.intent === 'picture'} className="writing-part">
      <summary>Picture</summary>
      <fieldset>
        <legend>A picture in the text</legend>
        <p className="hint">
          PNG, JPEG or WebP, at most {mostMegabytes} MB. Where and when it was taken is left out. You can also paste or
          drop one into the text.
        </p>
        <FileField name="picture" label="File" accept={pictureTypes.join(',')} />
        <TextField
          name="picture.shows"
          label="What it shows"
          hint="Read aloud to those who cannot see it."
          value={values['picture.shows']}
        />
        <button className="button quiet" type="submit" name="intent" value="picture" formEncType="multipart/form-data">
          Add this picture
        </button>
      </fieldset>
    </details>
  )
}
