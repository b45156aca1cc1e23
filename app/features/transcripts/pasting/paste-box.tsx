import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextArea } from '#app/ui/form.tsx'

/** Where words begin that somebody wants to show: paste, and see the turns. Nobody has to be signed in. */
export function PasteBox({ refused, text }: { refused?: RefusedForm; text?: string }) {
  return (
    <Form refused={refused} action="/paste" className="paste-box">
      <input type="hidden" name="intent" value="text" />
      <TextArea
        name="text"
        label="Paste a scratchpad or a dialogue"
        hint={'“User:” and “Assistant:”, names, or tags like <think>; up to 2\u00a0MB.'}
        rows={6}
        value={text}
        isRequired
      />
      <div className="actions">
        <Submit>See its turns</Submit>
        <span className="soft small">Nothing is public until you publish it. No account yet? That comes last.</span>
      </div>
    </Form>
  )
}
