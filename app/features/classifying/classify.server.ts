import type { Member } from '#app/features/accounts/member.ts'
import { LabelDraft } from '#app/features/labels/label.ts'
import { labelNamed, proposeLabel } from '#app/features/labels/labels.server.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import type { TurnRole } from '#app/features/transcripts/transcript.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { conflict } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { questionsOf } from './answers/questions.server.ts'
import { type Asking, workThrough } from './answers/work-through.server.ts'
import type { Ask } from './asking/ask-patiently.server.ts'
import type { Classifier } from './classifier.ts'
import { classifierOf, keepClassifier } from './classifiers.server.ts'
import { type ClassifyReport, emptyReport } from './classify-report.ts'
import { promptFor } from './question.ts'

export interface Classifying {
  collection: string
  label: string
  /** What somebody wrote for the model; the form of the answer is added. */
  prompt: string
  model: string
  role: TurnRole | null
  /** What the classifier is to be called. */
  name: string
  /** Asks also what had an answer that could not be read. */
  isAgain: boolean
  concurrency: number
}

/** Asks a model about each transcript of a collection, or each turn of a role, and keeps the answers as they come: stopped at any moment, the same again goes on. What it stopped for stands in the report. */
export async function classify(
  db: Db,
  member: Member,
  how: Classifying,
  ask: Ask,
  signal: AbortSignal,
  onProgress: (report: ClassifyReport, transcripts: number) => void = () => {},
): Promise<ClassifyReport> {
  const collection = await findCollection(db, how.collection)
  const { id, name: label } = await labelToPut(db, how.label)
  const prompt = promptFor(how.prompt, label, how.role)
  const { name, model, role } = how
  const known = id === undefined ? undefined : await classifierOf(db, { name, labelId: id, model, prompt, role })
  const questions = await questionsOf(db, collection.id, { role, classifierId: known?.id, isAgain: how.isAgain })
  const report = emptyReport({ classifier: known?.name ?? name, label, model, prompt: sha256(prompt) })
  const asking: Asking = {
    ...{ member, prompt, label, ask, concurrency: how.concurrency },
    classifier: onlyOnce(async () => {
      const labelId = id ?? (await proposeLabel(db, member, { name: label, definition: definitionBy(name) })).label.id
      const classifier = known ?? (await keepClassifier(db, member, { name, labelId, model, prompt, role }))
      report.classifier = classifier.name
      return classifier
    }),
    onProgress: () => onProgress(report, questions.transcripts),
  }
  await workThrough(db, questions, asking, report, signal)
  return report
}

const definitionBy = (name: string) => `Came with the classifier ${name}, whose prompt says what it means.`

/** The label of this name as it is called; one that is not there yet is made with the first answer. */
async function labelToPut(db: Db, given: string): Promise<{ id?: string; name: string }> {
  const { name } = parse(LabelDraft, { name: given })
  const label = await labelNamed(db, name)
  // Its definition is another: whoever asks a model names the label that they mean.
  if (label && nameKey(label.name) !== nameKey(name))
    throw conflict(`The label “${name}” was merged into “${label.name}”: name that.`)
  if (label?.retiredAt) throw conflict(`The label “${label.name}” is retired: nothing more carries it.`)
  return label ?? { name }
}

function onlyOnce(make: () => Promise<Classifier>): () => Promise<Classifier> {
  let made: Promise<Classifier> | undefined
  return () => {
    made ??= make()
    return made
  }
}
