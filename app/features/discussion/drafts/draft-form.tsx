import type { ComponentProps } from 'react'
import { Form } from '#app/ui/form.tsx'
import type { Fields } from './draft.ts'
import { DraftNotice, DraftParts } from './draft-parts.tsx'
import type { DraftOnPage } from './draft-steps.server.ts'

/** Its id, for buttons that stand elsewhere in the page. */
export const draftForm = 'draft-form'

interface Drafted extends ComponentProps<typeof Form> {
  draft: DraftOnPage
  sent: Fields | undefined
}

/** A form whose words are kept as a draft until it is sent. */
export function DraftForm({ draft, refused, sent, children, ...rest }: Drafted) {
  return (
    <>
      {sent ? null : <DraftNotice draft={draft} />}
      <Form
        refused={refused}
        action={draft.path}
        className="writing"
        id={draftForm}
        data-draft={draft.place}
        data-came-back={sent && !refused?.more.there ? '' : undefined}
        {...rest}
      >
        {children}
        <DraftParts draft={draft} refused={refused} sent={sent} />
      </Form>
    </>
  )
}
