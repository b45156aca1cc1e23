import { Checkbox, Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'
import type { RelationKind } from './relation-kind.ts'

interface KindsProps {
  kinds: (RelationKind & { uses: number })[]
  isModerator: boolean
}

/** How things can relate to each other; for moderators with the forms to add and rename. */
export function KindList({ kinds, isModerator }: KindsProps) {
  const refused = useRefused()
  const of = refused?.values.id ?? ''
  return (
    <ul className="list">
      {kinds.map(({ id, name, inverse, isSymmetric, isAcyclic, uses }) => (
        <li key={id}>
          <h2>{name}</h2>
          <p className="meta">
            <span>{isSymmetric ? 'reads the same from both ends' : `the other way round: ${inverse}`}</span>
            {isAcyclic ? <span>may not lead in a circle</span> : null}
            <span>{counted(uses, 'relation')}</span>
          </p>
          {isModerator ? (
            <details open={refused !== undefined && of === id}>
              <summary>Rename {name}</summary>
              <Form refused={of === id ? refused : undefined}>
                <input type="hidden" name="id" value={id} />
                <KindFields {...{ name, inverse }} />
                <Submit>Rename</Submit>
              </Form>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function KindFields({ name, inverse }: { name?: string; inverse?: string }) {
  return (
    <>
      <TextField name="name" label="As it reads from the first" value={name} isRequired hint="“studies”" />
      <TextField
        name="inverse"
        label="As it reads from the second"
        value={inverse}
        isRequired
        hint="“studied by”. The same words twice: it reads the same from both ends."
      />
    </>
  )
}

export function NewKindForm() {
  const refused = useRefused()
  const own = refused && !refused.values.id ? refused : undefined
  return (
    <details open={own !== undefined}>
      <summary>Add a kind of relation</summary>
      <Form refused={own}>
        <KindFields />
        <Checkbox
          name="acyclic"
          label="May not lead in a circle"
          hint="As “extends”: what it extends cannot extend it."
        />
        <Submit>Add the kind</Submit>
      </Form>
    </details>
  )
}
