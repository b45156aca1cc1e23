import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import type { Collection } from './collection.ts'

interface CollectionFormProps {
  /** None: a new one. */
  collection?: Collection
  refused: RefusedForm | undefined
}

export function CollectionForm({ collection, refused }: CollectionFormProps) {
  return (
    <Form refused={refused}>
      <TextField
        name="title"
        label="Title"
        value={collection?.title}
        hint={collection ? 'The address stays as it is.' : 'The address is made from it, and stays.'}
        isRequired
      />
      <TextArea
        name="description"
        label="Description"
        value={collection?.description}
        rows={8}
        hint="Markdown. Where the transcripts come from, how they were chosen, what the conditions are."
      />
      <Select
        name="visibility"
        label="Who finds it"
        value={collection?.visibility ?? 'public'}
        options={[
          ['public', 'Everybody: it is listed'],
          ['unlisted', 'Who knows its address: it is listed nowhere'],
        ]}
        hint="The transcripts in it are public either way."
      />
      <Submit>{collection ? 'Save the collection' : 'Make the collection'}</Submit>
    </Form>
  )
}

/** Transcripts to put at the end, by their addresses. */
export function PutInForm({ slug, refused }: { slug: string; refused?: RefusedForm }) {
  return (
    <Form refused={refused} action={`/collections/${slug}/add`}>
      <TextArea
        name="transcripts"
        label="Transcripts"
        hint="Addresses or ids, one a line. Those that are in already stay where they are."
        rows={3}
      />
      <Submit>Put in</Submit>
    </Form>
  )
}

export function TakeOutButton({ slug, transcriptId, title }: { slug: string; transcriptId: string; title: string }) {
  return (
    <form method="post" action={`/collections/${slug}/take-out`}>
      <input type="hidden" name="transcript" value={transcriptId} />
      <button className="link" type="submit" aria-label={`Take out “${title}”`}>
        Take out
      </button>
    </form>
  )
}
