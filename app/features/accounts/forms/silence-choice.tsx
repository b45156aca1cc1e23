import { Form } from '#app/ui/form.tsx'
import type { SilenceKind } from '../silence.ts'

const means: Record<SilenceKind, string> = {
  mute: 'What they write comes to you folded, and you are not told of it.',
  block: 'They cannot answer you; what they write comes to you folded, and you are not told of it.',
}

/** Mutes or blocks somebody, or hears them again: a form that works from any page about them. */
export function SilenceChoice({ handle, kind }: { handle: string; kind: SilenceKind | null }) {
  const said = kind === 'block' ? `You block ${handle}.` : `You mute ${handle}.`
  return (
    <details className="silence" open={kind !== null}>
      <summary>{kind === null ? 'Mute or block' : said}</summary>
      <Form action={`/members/${handle}/silence`}>
        <p className="hint">Only you know of it.</p>
        {(['mute', 'block'] as const)
          .filter((one) => one !== kind)
          .map((one) => (
            <p key={one} className="choice">
              <button className="button quiet" type="submit" name="kind" value={one}>
                {one === 'mute' ? 'Mute' : 'Block'}
              </button>
              <span className="soft small">{means[one]}</span>
            </p>
          ))}
        {kind === null ? null : (
          <p className="choice">
            <button className="button quiet" type="submit" name="kind" value="none">
              {kind === 'block' ? 'Unblock' : 'Unmute'}
            </button>
            <span className="soft small">{means[kind]}</span>
          </p>
        )}
      </Form>
    </details>
  )
}
