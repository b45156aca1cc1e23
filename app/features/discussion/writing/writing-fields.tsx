import { useActionData } from '@remix-run/react'
import { Select, TextArea, TextField, useRefused } from '#app/ui/form.tsx'
import { aspects, directions, mostNote } from '../bearing.ts'
import type { LinkedCards } from '../links/linked-card.ts'
import { Prose } from '../prose.tsx'
import type { Choices } from './writing-choices.server.ts'
import { rowsIn, type Typed, type Values } from './writing-form.ts'

/** What the form is drawn with: what was typed before what the page began with. */
export function useTyped(initial: Values, choices: Choices) {
  const refused = useRefused()
  const again = useActionData() as (Typed & { choices: Choices }) | undefined
  const shown = again?.choices ? again : undefined
  const values = refused?.values ?? shown?.values ?? initial
  const kept = (refused?.more.choices ?? shown?.choices ?? choices) as Choices
  const sent = refused?.values ?? shown?.values
  return { refused, sent, values, choices: kept, preview: shown?.preview, linked: shown?.linked }
}

/** Enter in a field asks for a preview, not for what the first button in the page would do. */
export function UsualSubmit() {
  return (
    <button className="visually-hidden" type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden="true">
      Preview
    </button>
  )
}

/** A step on the way, not the writing itself. */
export function Step({ intent, children }: { intent: string; children: string }) {
  return (
    <button className="button quiet" type="submit" name="intent" value={intent}>
      {children}
    </button>
  )
}

export function Preview({ html, linked }: { html: string | undefined; linked?: LinkedCards }) {
  if (html === undefined) return null
  return (
    <section className="card preview beside" aria-label="Preview">
      <p className="meta">Preview: not published yet</p>
      <Prose html={html} cards={linked} />
    </section>
  )
}

export function BodyField({ label, values, rows = 12 }: { label: string; values: Values; rows?: number }) {
  const hint = (
    <>
      Markdown: <a href="/guide#writing">what it may hold</a>.
    </>
  )
  return <TextArea name="body" label={label} hint={hint} rows={rows} value={values.body} isRequired />
}

export function EvidenceFields({ values, choices }: { values: Values; choices: Choices }) {
  const rows = Array.from({ length: rowsIn(values) }, (_, n) => n)
  return (
    <details open={rows.length > 1} className="writing-part">
      <summary>Evidence</summary>
      <fieldset>
        <legend>Excerpts that this rests on</legend>
        <p className="hint">Relying on a label casts your “agree” on it, unless you have voted on it already.</p>
        {rows.map((n) => (
          <EvidenceRow key={n} n={n} values={values} labels={choices.labels} />
        ))}
        <Step intent="more">Add another excerpt</Step>
      </fieldset>
    </details>
  )
}

function EvidenceRow({ n, values, labels }: { n: number; values: Values; labels: Choices['labels'] }) {
  const at = (part: string) => ({ name: `evidence.${n}.${part}`, value: values[`evidence.${n}.${part}`] })
  const nth = n === 0 ? '' : ` ${n + 1}`
  return (
    <div className="evidence-row">
      <TextField {...at('excerptId')} label={`Excerpt${nth}`} hint="The address of its page." />
      <Select {...at('labelId')} label={`Label relied on${nth}`} options={[['', 'none'], ...labels]} />
      <TextField {...at('note')} label={`Note${nth}`} hint={`At most ${mostNote} characters.`} />
    </div>
  )
}

type At = (part: string) => { name: string; value: string | undefined }

/** Choosing a claim and "Use this claim" brings its framings and standpoints; nothing typed is lost. */
export function BearingFields({ values, choices }: { values: Values; choices: Choices }) {
  const at: At = (part) => ({ name: `bearing.${part}`, value: values[`bearing.${part}`] })
  const isChosen = choices.framings.length > 0
  return (
    <details open={isChosen} className="writing-part">
      <summary>What it argues</summary>
      <fieldset>
        <legend>For or against a framing</legend>
        <Select {...at('claimId')} label="Claim" options={[['', 'none'], ...choices.claims]} />
        <p className="actions">
          <Step intent="claim">Use this claim</Step>
        </p>
        {isChosen ? <OnThisClaim at={at} choices={choices} /> : null}
      </fieldset>
    </details>
  )
}

const same = (word: string) => [word, word] as const

function OnThisClaim({ at, choices }: { at: At; choices: Choices }) {
  return (
    <div className="bearing-row">
      <Select {...at('direction')} label="Direction" options={directions.map(same)} />
      <Select {...at('framingId')} label="Framing" options={choices.framings} />
      <Select {...at('on')} label="On its" options={aspects.map(same)} />
      <Select
        {...at('standpointId')}
        label="Standpoint"
        options={[['', 'wherever one stands'], ...choices.standpoints]}
      />
    </div>
  )
}
