import { lengthOf, slice } from '#app/lib/text.ts'
import { counted } from '#app/ui/plain.tsx'
import { numbered, type Turn, turnRoles } from '../transcript.ts'
import { roleWords } from '../transcript-page.tsx'
import { mostShown, type PasteFields, type Preview, speakerField, speakersIn } from './pasted.ts'

/** The turns as they were read, with the means to correct who speaks. */
export function TurnPreview({ preview, typed }: { preview: Preview; typed: PasteFields }) {
  const { read, turns, key, isChanged } = preview
  const shown = turns.slice(0, mostShown)
  const choices = isChanged ? {} : typed
  return (
    <section className="turn-preview" aria-labelledby="turns-read" id="turns">
      <h2 id="turns-read">{counted(turns.length, 'turn')}</h2>
      <input type="hidden" name="previewed" value={key} />
      {isChanged ? (
        <p className="notice">The text is another one than before: these are its turns as they read now.</p>
      ) : null}
      <Speakers turns={read} choices={choices} />
      <ol start={0}>
        {numbered(shown).map(({ turn, number }) => (
          <li key={`${number}-${key}`} className={`turn ${turn.role}`}>
            <TurnChoices turn={turn} read={read[number] as Turn} number={number} chosen={choices[`role.${number}`]} />
            <Beginning text={turn.text} />
          </li>
        ))}
      </ol>
      {turns.length > mostShown ? (
        <p className="soft">And {counted(turns.length - mostShown, 'more turn')}, kept as they read.</p>
      ) : null}
    </section>
  )
}

/** Which role each has who speaks by name. */
export function Speakers({ turns, choices }: { turns: Turn[]; choices: PasteFields }) {
  const speakers = speakersIn(turns)
  if (speakers.length < 2) return null
  return (
    <fieldset className="speakers">
      <legend>Who is who</legend>
      {speakers.map((turn) => (
        <p key={turn.speaker}>
          <span>{turn.speaker}</span>
          <RoleSelect
            name={speakerField(turn)}
            value={choices[speakerField(turn)] ?? turn.role}
            label={`Role of ${turn.speaker}`}
          />
        </p>
      ))}
    </fieldset>
  )
}

function TurnChoices({ turn, read, number, chosen }: { turn: Turn; read: Turn; number: number; chosen?: string }) {
  return (
    <div className="turn-head">
      <span className="turn-number">{number}</span>
      <RoleSelect
        name={`role.${number}`}
        value={chosen ?? ''}
        label={`Role of turn ${number}`}
        unchanged={chosen ? roleWords[read.role] : roleWords[turn.role]}
      />
      <input
        name={`speaker.${number}`}
        defaultValue={turn.speaker ?? ''}
        aria-label={`Speaker of turn ${number}`}
        placeholder="no name"
      />
    </div>
  )
}

interface RoleChoice {
  name: string
  value: string
  label?: string
  /** What the role is when nothing is chosen. */
  unchanged?: string
}

export function RoleSelect({ name, value, label, unchanged }: RoleChoice) {
  return (
    <select name={name} defaultValue={value} aria-label={label}>
      {unchanged ? <option value="">{unchanged}, as it reads</option> : null}
      {turnRoles.map((role) => (
        <option key={role} value={role}>
          {roleWords[role]}
        </option>
      ))}
    </select>
  )
}

const shownLength = 600

function Beginning({ text }: { text: string }) {
  const rest = lengthOf(text) - shownLength
  return (
    <p className="turn-words" dir="auto">
      {slice(text, 0, shownLength)}
      {rest > 0 ? <span className="soft"> … and {counted(rest, 'more character')}</span> : null}
    </p>
  )
}
