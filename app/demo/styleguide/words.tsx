import { CommentInside } from '#app/features/discussion/threads/thread.tsx'
import { ExcerptWords } from '#app/features/labels/excerpt-words.tsx'
import { LabellingChip, TallyLine } from '#app/features/labels/label-chip.tsx'
import { LabelsOnExcerpt } from '#app/features/labels/labelling-card.tsx'
import { Turns } from '#app/features/transcripts/reading/turns.tsx'
import { VoteButtons } from '#app/features/votes/vote-buttons.tsx'
import { StateSign } from '#app/ui/plain.tsx'
import { Part } from './part.tsx'
import { cited, contested, excerpt, settled, turns, unvoted, view } from './sample.ts'

const labellings = [contested, settled, unvoted]

/** Labels: as chips, in a line, and to be voted on. */
export function Labels() {
  return (
    <Part id="label-parts" title="Labels" says="A mark and a hue for the label, one sign for whether people agree.">
      <p className="guide-row">
        <StateSign state="contested" /> <StateSign state="settled" /> <StateSign state="open" />
      </p>
      <p className="guide-row">
        {labellings.map((labelling) => (
          <LabellingChip key={labelling.labelId} labelling={labelling} />
        ))}
      </p>
      <p className="meta">
        <TallyLine labelling={settled} />
      </p>
      <LabelsOnExcerpt
        excerptId="sample-excerpt"
        labellings={labellings}
        definitions={{ 'label-1': 'The words treat it as possible that what they were told is untrue.' }}
      />
    </Part>
  )
}

/** Words of a transcript that somebody marked. */
export function MarkedWords() {
  return (
    <Part id="marked" title="Marked words" says="Speech in the serif, a scratchpad on a tint, marks by label." isWide>
      <Turns
        transcriptId="sample"
        turns={turns}
        excerpts={[excerpt]}
        signOf={() => 'hue-1 disputed'}
        marginFor={() => <LabellingChip labelling={contested} />}
      />
      <h3>An excerpt on its own page</h3>
      <ExcerptWords
        excerpt={excerpt}
        turns={[{ turn: 1, role: 'scratchpad', speaker: null, before: cited.prefix, words: cited.exact, after: '' }]}
      />
    </Part>
  )
}

/** A comment with what it argues and rests on. */
export function Comment() {
  const votes = (
    <VoteButtons
      target={{ kind: 'comment', id: 'sample' }}
      totals={{ approval: { up: 7, down: 1 }, agreement: { up: 3, down: 4 } }}
      mine={{ approval: 1, agreement: null }}
      isMine={false}
      back="/styleguide"
    />
  )
  return (
    <Part id="comment" title="A comment" says="What it argues, what it says, what it rests on, and how it is taken.">
      <details className="comment" open>
        <CommentInside html="<p>It keeps to what it was first asked, and says so.</p>" view={view} votes={votes} />
      </details>
    </Part>
  )
}
