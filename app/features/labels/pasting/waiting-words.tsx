import type { Waiting } from './publish-paste.server.ts'

/** The words that are published as soon as somebody has joined, on the page that asks for it. */
export function WaitingWords({ waiting }: { waiting: Waiting | null }) {
  if (!waiting) return null
  return (
    <div className="notice">
      <p>
        One step is left. Then these words get their address, labelled “{waiting.label}”. Nothing is lost meanwhile.
      </p>
      <blockquote className="waiting-words" dir="auto">
        {waiting.words}
      </blockquote>
    </div>
  )
}
