import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextField } from '#app/ui/form.tsx'

const choices = [
  ['stay', 'stays, without my name'],
  ['go', 'is deleted: a tombstone stays, and what others answered'],
] as const

const othersChoices = [
  ['stay', 'stays, without the name'],
  ['go', 'is deleted: a tombstone stays, and what others answered'],
] as const

/** Says beforehand what a removal does. */
export function WhatGoes() {
  return (
    <>
      <h2>What goes</h2>
      <ul>
        <li>The handle, also those from before. Nobody else can take them, and they lead nowhere.</li>
        <li>
          The mail address, the password, sessions and tokens; drafts, follows, notifications, settings, blocked and
          muted people; files that were brought for an import; mail that waits or is kept.
        </li>
        <li>Posts that were never published, and whatever was deleted before: their words are gone for good.</li>
        <li>
          Every vote, ballot, handle and label vote is taken back, with its reason and history: a vote counts as long as
          there is a member who can change it. Tallies of days that are over stay as they were.
        </li>
      </ul>
      <h2>What stays</h2>
      <ul>
        <li>
          What was published, as of a removed member: one made-up handle for the account, so that threads can still be
          read. Nothing here leads from it to the name.
        </li>
        <li>
          What others build on: transcripts, marked words, claims, framings, labels, pages and relations of the map,
          posts written with others.
        </li>
        <li>What others wrote, also where they quote or name the account in words of their own.</li>
        <li>Copies that left the site, and backups made before today, until they are thrown away.</li>
      </ul>
      <p>It is done at once, and nothing brings it back. Votes and texts may take some minutes.</p>
    </>
  )
}

/** A member has their own account removed. */
export function OwnRemovalForm({ handle, refused }: { handle: string; refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      <Select name="texts" label="What I published" value="stay" options={choices} />
      <TextField name="handle" label={`Your handle, ${handle}, typed again`} autoComplete="off" isRequired />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" isRequired />
      <Submit>Remove my account</Submit>
    </Form>
  )
}

/** An admin has somebody's account removed. */
export function RemovalForm({ handle, refused }: { handle: string; refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      <Select name="texts" label="What they published" value="stay" options={othersChoices} />
      <TextField name="handle" label={`The handle, ${handle}, typed again`} autoComplete="off" isRequired />
      <Submit>Remove this account</Submit>
    </Form>
  )
}
