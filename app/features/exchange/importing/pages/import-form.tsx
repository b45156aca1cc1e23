import type { RefusedForm } from '#app/http/refusals.server.ts'
import { FileField, Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { choices, mostFiles, mostMegabytes } from '../import.ts'
import { choiceWords } from './words.ts'

export interface SettingsTyped {
  format?: string
  collection?: string
  classifier?: string
}

interface ImportFormProps {
  refused?: RefusedForm
  typed: SettingsTyped
  collections: { id: string; title: string }[]
}

/** Choose files or paste; nothing is made before its preview was seen. */
export function ImportForm({ refused, typed, collections }: ImportFormProps) {
  return (
    <Form refused={refused} encType="multipart/form-data" className="import-form" data-most={mostMegabytes * 1_000_000}>
      <FileField
        name="files"
        label="Files"
        hint={`Several at once if you like, up to ${mostFiles} and ${mostMegabytes} MB together: text, JSON or JSON lines, logs of Inspect, CSV. What is known of them you see before anything is kept.`}
        isMultiple
      />
      <TextArea name="text" label="Or paste" hint="A dialogue, or the JSON of one or several." rows={6} />
      <ImportSettings typed={typed} collections={collections} />
      <Submit>See what would be made</Submit>
    </Form>
  )
}

type Settings = Pick<ImportFormProps, 'typed' | 'collections'>

export function ImportSettings({ typed, collections }: Settings) {
  return (
    <>
      <Select
        name="format"
        label="How they are written"
        value={typed.format ?? 'auto'}
        options={choices.map((choice) => [choice, choiceWords[choice]] as const)}
      />
      <TextField
        name="collection"
        label="Collection"
        hint="By its name in addresses, as gold-106. One that is not there is made. Without one, the transcripts stand by themselves."
        list="collections"
        autoComplete="off"
        value={typed.collection}
      />
      <datalist id="collections">
        {collections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      <TextField
        name="classifier"
        label="Classifier"
        hint="What it is called, where a file of its answers is among these."
        value={typed.classifier}
      />
    </>
  )
}
