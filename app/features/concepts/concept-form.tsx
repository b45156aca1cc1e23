import type { ComponentType } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { ChangedWords } from '#app/ui/changed-words.tsx'
import { Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { conceptKinds } from './concept.ts'
import { kindWords } from './concept-list.tsx'
import { changesBetween, fieldsOf, type Words } from './wording/words.ts'

type Refused = RefusedForm | undefined

interface FieldsProps {
  words?: Partial<Words>
}

/** All of a concept that is written, as fields. Facts that its kind has none of are not kept. */
function ConceptFields({ words = {} }: FieldsProps) {
  const kinds = conceptKinds.map((kind) => [kind, kindWords[kind].one] as const)
  return (
    <>
      <Select name="kind" label="Kind" value={words.kind ?? 'concept'} options={kinds} />
      <TextField
        name="name"
        label="Name"
        value={words.name}
        isRequired
        hint="As one would write it in a sentence: [[name]] in any text leads here. Of a quote, its words."
      />
      <TextArea
        name="aliases"
        label="Other names"
        rows={2}
        value={words.aliases?.join('\n')}
        hint="One a line. Each leads here as well."
      />
      <TextArea
        name="definition"
        label="What it is"
        rows={8}
        value={words.definition}
        hint="Markdown, with [[names]]. A sentence that says what it is, then what a reader should know."
      />
      <FactFields words={words} />
    </>
  )
}

function FactFields({ words }: Required<FieldsProps>) {
  const facts = words.facts
  return (
    <>
      <fieldset>
        <legend>Of a paper</legend>
        <TextArea name="bibtex" label="BibTeX" rows={2} hint="Pasted here, it fills what is empty. Not kept itself." />
        <TextArea name="authors" label="Authors" rows={3} value={facts?.authors.join('\n')} hint="One a line." />
        <TextField name="year" label="Year" value={facts?.year?.toString()} />
        <TextField name="doi" label="DOI" value={facts?.doi} />
        <TextField name="arxiv" label="arXiv" value={facts?.arxiv} />
      </fieldset>
      <fieldset>
        <legend>Of a quote</legend>
        <TextField name="saidBy" label="Who said it" value={facts?.saidBy} />
        <TextField name="saidIn" label="Where" value={facts?.saidIn} />
        <TextField
          name="excerptId"
          label="Excerpt"
          value={words.excerptId ?? ''}
          hint="Where the text is here: the address or id of the excerpt that holds the words."
        />
      </fieldset>
      <TextField name="url" label="Address" type="url" value={facts?.url} hint="Where it is found. Optional." />
    </>
  )
}

export function NewConceptForm({ words, refused }: { words: Partial<Words>; refused: Refused }) {
  return (
    <Form refused={refused}>
      <ConceptFields words={words} />
      <Submit>Add the concept</Submit>
    </Form>
  )
}

interface EditProps {
  words: Words
  /** The version that these are of. */
  version: number
  refused: Refused
  Diff: ComponentType<{ from: string; to: string }>
}

/** What a concept is, to be written anew. Where somebody else did so meanwhile, what was typed stays, beside what it would change of that. */
export function EditConceptForm({ words, version, refused, Diff }: EditProps) {
  const isLate = refused?.more.version !== undefined
  return (
    <Form refused={refused}>
      {isLate ? (
        <section className="card" aria-label="What you would change">
          <p>From what stands there now, this is what saving again would change:</p>
          <ChangedWords changes={changesBetween(fieldsOf(words), refused.values)} Diff={Diff} />
        </section>
      ) : null}
      <input type="hidden" name="since" value={isLate ? version : (refused?.values.since ?? version)} />
      <ConceptFields words={words} />
      <TextField name="why" label="Why" hint="A line about this edit, for its history. Optional." />
      <Submit>Save</Submit>
    </Form>
  )
}
