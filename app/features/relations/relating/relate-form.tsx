import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextField } from '#app/ui/form.tsx'
import type { RelationKind } from '../kinds/relation-kind.ts'
import { type NamedNode, nodePath } from '../node.ts'
import { whyLimit } from '../relation.ts'
import { refOf } from './ref.ts'

interface RelateProps {
  from: NamedNode
  kinds: RelationKind[]
  /** What it is related to, where that is known before. */
  to?: NamedNode | null
  refused?: RefusedForm
}

/** Says how one thing relates to another: in which way, to what, and why. */
export function RelateForm({ from, kinds, to = null, refused }: RelateProps) {
  const candidates = (refused?.more.candidates ?? []) as NamedNode[]
  return (
    <Form
      action={`/relations/new?from=${refOf(from)}${to ? `&to=${refOf(to)}` : ''}`}
      className="relate-form"
      refused={refused}
    >
      <Select name="kind" label="How it relates" options={waysOf(kinds)} />
      {to ? (
        <p>
          to <a href={nodePath(to)}>{to.name}</a>
        </p>
      ) : (
        <TextField
          name="to"
          label="To what"
          isRequired
          list={`names-for-${from.id}`}
          hint="The name of a concept, framing, label, claim or collection, or its address here."
        />
      )}
      {to ? null : <datalist id={`names-for-${from.id}`} data-names />}
      {candidates.length > 0 ? (
        <Select
          name="toRef"
          label="Which of those called so"
          options={candidates.map((one) => [refOf(one), `${one.group}: ${one.name}`] as const)}
        />
      ) : null}
      <TextField name="why" label="Why" isRequired hint={`One line, at most ${whyLimit} characters.`} />
      <Submit>Relate</Submit>
    </Form>
  )
}

/** Every kind as it reads from this end, then as it reads from the other. */
function waysOf(kinds: readonly RelationKind[]): [string, string][] {
  const names = kinds.flatMap(({ name, inverse }) => (name === inverse ? [name] : [name, inverse]))
  return names.map((name) => [name, name])
}
