import type { ReactNode } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form } from '#app/ui/form.tsx'
import type { Fields } from './draft.ts'
import { DraftNotice, DraftParts } from './draft-parts.tsx'
import type { DraftOnPage } from './draft-steps.server.ts'

/** Its id, for buttons that stand elsewhere in the page. */
export const draftForm = 'draft-form'

interface Drafted {
  draft: DraftOnPage
  refused: RefusedForm | undefined
  sent: Fields | undefined
  children: ReactNode
}

/** A form whose words are kept as a draft until it is sent. */
export function DraftForm({ draft, refused, sent, children }: Drafted) {
  return (
    <>
      {sent ? null : <DraftNotice draft={draft} />}
      <Form
        refused={refused}
        action={draft.path}
        className="writing"
        id={draftForm}
        data-draft={draft.place}
        data-came-back={sent ? '' : undefined}
      >
        {children}
        <DraftParts draft={draft} refused={refused} sent={sent} />
      </Form>
    </>
  )
}
