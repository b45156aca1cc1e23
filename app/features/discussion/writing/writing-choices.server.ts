import { claimsByIds, newestStatements } from '#app/features/claims/claims.server.ts'
import { allLabelNames } from '#app/features/labels/labels.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { isRefusal, Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { cardsInProse } from '../links/linked-cards.server.ts'
import { errorsInRows, type Typed, type Values } from './writing-form.ts'

type Option = [id: string, words: string]

/** What the fields for evidence and bearing offer. */
export interface Choices {
  labels: Option[]
  claims: Option[]
  /** Of the claim that is chosen. */
  framings: Option[]
  standpoints: Option[]
}

const mostClaims = 200

/** The labels, the newest claims and the one that is chosen, with its framings and standpoints. */
export async function choicesFor(db: Db, claimId: string | undefined): Promise<Choices> {
  const [claim] = claimId ? await claimsByIds(db, [claimId]) : []
  const newest = await newestStatements(db, mostClaims)
  const claims = claim && !newest.some(({ id }) => id === claim.id) ? [claim, ...newest] : newest
  return {
    labels: (await allLabelNames(db)).map(({ id, name, retiredAt }) => [
      id,
      retiredAt === null ? name : `${name} (retired)`,
    ]),
    claims: claims.slice(0, mostClaims).map(({ id, statement }) => [id, statement]),
    framings: (claim?.framings ?? []).map(({ id, name }) => [id, name]),
    standpoints: (claim?.standpoints ?? []).map(({ id, name }) => [id, name]),
  }
}

/** What a page for writing shows again when it was asked for no more than that: a preview, another row, a claim's framings. Undefined when it is to be published. */
export async function shownAgain(
  db: Db,
  given: Values,
  bringPicture: () => Promise<string>,
): Promise<(Typed & { choices: Choices }) | undefined> {
  if (!given.intent) return undefined
  const values = given.intent === 'picture' ? withPicture(given, await bringPicture()) : given
  const claimId = values['bearing.claimId'] ?? ''
  const preview = values.intent === 'preview' ? await renderWritten(db, values.body ?? '') : undefined
  const linked = preview === undefined ? {} : await cardsInProse(db, null, [preview])
  return { values, claimId, preview, linked, choices: await choicesFor(db, claimId) }
}

function withPicture({ 'picture.shows': _, ...values }: Values, markdown: string): Values {
  return { ...values, body: [values.body?.trimEnd(), markdown].filter(Boolean).join('\n\n') }
}

/** Does what was sent. Every refusal comes back to the form; it names the rows that the form has, and keeps what the chosen claim offers. */
export async function asTyped<T>(db: Db, values: Values, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isRefusal(error)) throw error
    const choices = await choicesFor(db, values['bearing.claimId'])
    throw new Refusal(error.kind, error.message, errorsInRows(error.errors, values), {
      ...error.more,
      choices,
      comesBack: true,
    })
  }
}
