import { TextArea, TextField } from '#app/ui/form.tsx'
import type { Values } from './writing-form.ts'

const parts = ['postId', 'paper', 'askedBy', 'answered', 'changed']

/** What a review says of itself; left out of what is no review. */
export function ReviewFields({ values }: { values: Values }) {
  const at = (part: string) => ({ name: `review.${part}`, value: values[`review.${part}`] })
  const isReview = values.kind === 'review' || parts.some((part) => values[`review.${part}`])
  return (
    <details open={isReview} className="writing-part">
      <summary>Of a review</summary>
      <fieldset>
        <legend>What a review says of itself</legend>
        <p className="hint">
          For posts of the kind review. What is reviewed elsewhere stands in the address above, by which its page here
          is found as well.
        </p>
        <TextField {...at('postId')} label="Post reviewed" hint="The address of its page on this site." />
        <TextField {...at('paper')} label="Paper reviewed" hint="Its [[name]], DOI, arXiv number or address." />
        <TextField {...at('askedBy')} label="Asked for by" hint="Who asked for the review, if somebody did." />
        <TextArea {...at('answered')} label="What the authors answered" hint="Markdown." rows={3} />
        <TextArea {...at('changed')} label="What they changed" hint="Markdown." rows={3} />
      </fieldset>
    </details>
  )
}
