import type { ReactNode } from 'react'
import { Select, Submit, TextArea, TextField, useRefused, useTyped } from '#app/ui/form.tsx'
import { type Claim, questions } from './claim.ts'
import { framingRows, isOfFramings, standpointRows } from './claim-fields.ts'

interface Statement {
  id: string
  statement: string
}

interface Offered {
  /** Names of framings that are there, to choose from while typing. */
  framingNames: readonly string[]
  /** What a standpoint may suppose. */
  propositions: readonly Statement[]
}

type Kind = 'case' | 'proposition' | 'variant'

const statementHints: Record<Kind, string> = {
  case: 'What happened, in words that all sides accept: “What Claude 3 Opus does in the helpful-only setting”. The framings come below.',
  proposition: 'A sentence that holds or does not: “Claude 3 Opus believed the setup”.',
  variant: 'The case in one line, as it now is.',
}

const kinds = [
  ['case', 'A case, judged by framings'],
  ['proposition', 'A proposition, which holds or does not'],
] as const

/** The other kind is a button of the form, which takes along what is typed. */
export function ClaimKinds({ kind, form }: { kind: Kind; form: string }) {
  return (
    <nav className="kinds" aria-label="Kinds of claim">
      {/* Enter in a field presses the first button of a form: it is to propose. */}
      <button className="visually-hidden" type="submit" form={form} tabIndex={-1} aria-hidden="true">
        Propose
      </button>
      {kinds.map(([one, words]) =>
        one === kind ? (
          <a key={one} href={`/claims/new?kind=${one}`} aria-current="page">
            {words}
          </a>
        ) : (
          <button key={one} className="link" type="submit" form={form} name="intent" value={`as ${one}`} formNoValidate>
            {words}
          </button>
        ),
      )}
    </nav>
  )
}

/** The fields of a claim's draft. */
export function ClaimFields({ kind, parent, ...offered }: { kind: Kind; parent: Claim | null } & Offered) {
  return (
    <>
      {parent ? <VariantFields parent={parent} /> : null}
      <TextField name="statement" label="Statement" hint={statementHints[kind]} value={parent?.statement} isRequired />
      <TextArea
        name="context"
        label="Context"
        hint="What a stranger must know to judge it. Optional."
        value={parent ? 'As in the original, but …' : undefined}
        rows={5}
      />
      <Select
        name="asks"
        label="What it asks"
        value={parent?.asks ?? (kind === 'case' ? 'what to call it' : '')}
        options={[['', 'Nothing of these'], ...questions.map((question) => [question, question] as const)]}
      />
      <TextField name="settledBy" label="What would settle it" hint="An experiment or a document. Optional." />
      {kind === 'proposition' ? <FramingsAside /> : <FramingRows isVariant={kind === 'variant'} {...offered} />}
      <StandpointRows isVariant={kind === 'variant'} {...offered} />
      <Submit>{kind === 'variant' ? 'Propose the variant' : `Propose the ${kind}`}</Submit>
    </>
  )
}

function VariantFields({ parent }: { parent: Claim }) {
  return (
    <>
      <input type="hidden" name="variantOf" value={parent.id} />
      <TextField
        name="differs"
        label="What differs"
        hint="One line: “A drunk principal asks for it.” All else stays as it is in the original."
        isRequired
      />
    </>
  )
}

/** A proposition has no framings: those typed while it was to be a case wait unseen, should it be one again. */
function FramingsAside() {
  const [refused, typed] = [useRefused(), useTyped()]
  const framings = Object.entries(refused?.values ?? typed).filter(([name, value]) => isOfFramings(name) && value)
  return framings.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function FramingRows({ isVariant, framingNames }: { isVariant: boolean } & Offered) {
  return (
    <fieldset>
      <legend>{isVariant ? 'More framings' : 'Framings'}</legend>
      <p className="hint">
        {isVariant
          ? 'Those of the original are taken over. '
          : 'The readings to judge it by: yours and those you argue against; best two or more. '}
        A name that is known on this site brings its definition along.
      </p>
      <NameChoices names={framingNames} />
      <DraftRows count={framingRows} name="framings">
        {(i) => (
          <>
            <TextField name={`framings.${i}.name`} label={`Framing ${i + 1}`} list="framing-names" />
            <TextArea name={`framings.${i}.definition`} label="What it means" rows={2} />
          </>
        )}
      </DraftRows>
    </fieldset>
  )
}

const rowsAtHand = 2

/** The first rows lie open; there is room for more below, which a refused form shows too. */
function DraftRows({ count, name, children }: { count: number; name: string; children: (i: number) => ReactNode }) {
  const [refused, typed] = [useRefused(), useTyped()]
  const isOpen = refused !== undefined || Object.keys(typed).length > 0
  const rows = Array.from({ length: count }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form are their numbers
    <div className="draft-row" key={i}>
      {children(i)}
    </div>
  ))
  return (
    <>
      {rows.slice(0, rowsAtHand)}
      <details className="draft-row" open={isOpen}>
        <summary>More {name}</summary>
        {rows.slice(rowsAtHand)}
      </details>
    </>
  )
}

export function NameChoices({ names }: { names: readonly string[] }) {
  return (
    <datalist id="framing-names">
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

function StandpointRows({ isVariant, propositions }: { isVariant: boolean } & Offered) {
  return (
    <fieldset>
      <legend>{isVariant ? 'More standpoints' : 'Standpoints'}</legend>
      <p className="hint">
        What to hold fixed while judging, beside “all things considered”, which every claim has. Optional.
      </p>
      <DraftRows count={standpointRows} name="standpoints">
        {(i) => <StandpointFields prefix={`standpoints.${i}.`} number={i + 1} propositions={propositions} />}
      </DraftRows>
    </fieldset>
  )
}

/** What a standpoint is called, what it holds fixed, and what it supposes. */
export function StandpointFields({
  prefix = '',
  number,
  propositions,
}: {
  prefix?: string
  number?: number
  propositions: readonly Statement[]
}) {
  return (
    <>
      <TextField
        name={`${prefix}name`}
        label={number ? `Standpoint ${number}` : 'Name'}
        hint={number && number > 1 ? undefined : '“relative to Intent_1”, “supposing it believed the setup”'}
        isRequired={!number}
      />
      <TextArea name={`${prefix}definition`} label="What it holds fixed" rows={2} isRequired={!number} />
      {propositions.length > 0 ? (
        <Select
          name={`${prefix}propositionId`}
          label="Supposes the proposition"
          options={[['', 'None'], ...propositions.map(({ id, statement }) => [id, statement] as const)]}
        />
      ) : null}
    </>
  )
}

/** Claims that say much the same, before another is put beside them. */
export function SimilarClaims({ similar }: { similar: readonly Statement[] }) {
  return (
    <section className="notice" aria-labelledby="similar-heading">
      <h2 id="similar-heading">{similar.length === 1 ? 'Is it this one?' : 'Is it one of these?'}</h2>
      <ul>
        {similar.map(({ id, statement }) => (
          <li key={id}>
            <a href={`/claims/${id}`}>{statement}</a>
          </li>
        ))}
      </ul>
      <p>What you typed is kept below. If yours is another, propose it.</p>
      <input type="hidden" name="isAnother" value="yes" />
    </section>
  )
}
