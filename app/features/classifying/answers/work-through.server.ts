import type { Member } from '#app/features/accounts/member.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Ask } from '../asking/ask-patiently.server.ts'
import { AskFailure } from '../asking/failure.ts'
import type { Completion } from '../asking/read-completion.ts'
import type { Classifier } from '../classifier.ts'
import { aboutOf, addTokens, type ClassifyReport } from '../classify-report.ts'
import { type Asked, messagesFor } from '../question.ts'
import { type ReadAnswer, readAnswer } from '../reading/read-answer.ts'
import { keepAnswer } from './keep-answer.server.ts'
import type { Questions } from './questions.server.ts'

export interface Asking {
  member: Member
  prompt: string
  /** The label's name. */
  label: string
  ask: Ask
  concurrency: number
  /** Made with the first answer. */
  classifier(): Promise<Classifier>
  onProgress(): void
}

const mostFailuresInARow = 5
const goOn = 'What was answered is kept: run the same again to go on.'

/** Asks what is open, so many at a time, and keeps each answer in a transaction of its own. */
export async function workThrough(
  db: Db,
  questions: Questions,
  asking: Asking,
  report: ClassifyReport,
  signal: AbortSignal,
) {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const give = stopper(report, stop)
  const open = questions.open(() => {
    report.questions++
    report.skipped++
  })
  const work = async () => {
    for (let next = await open.next(); !next.done && !either.aborted; next = await open.next()) {
      report.questions++
      await answerOne(db, next.value, asking, report, either, give)
      asking.onProgress()
    }
  }
  const workers = Array.from({ length: asking.concurrency }, work)
  for (const worker of workers) worker.catch(() => stop.abort())
  const ended = await Promise.allSettled(workers)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  if (signal.aborted) report.stopped ??= `Stopped. ${goOn}`
}

/** What to do with questions that stay without an answer: some are passed over, others end the run. */
interface Stopper {
  failed(asked: Asked, failure: AskFailure): void
  answered(): void
}

function stopper(report: ClassifyReport, stop: AbortController): Stopper {
  let inARow = 0
  const end = (why: string) => {
    report.stopped ??= `${why} ${goOn}`
    stop.abort()
  }
  return {
    failed(asked, { kind, message }) {
      if (kind === 'stopped') return
      if (kind === 'never') return end(message)
      report.refused.push({ ...aboutOf(asked), reason: message, kept: false })
      if (++inARow >= mostFailuresInARow)
        end(`${mostFailuresInARow} questions in a row stayed without an answer. The last: ${message}`)
    },
    answered() {
      inARow = 0
    },
  }
}

async function answerOne(
  db: Db,
  asked: Asked,
  asking: Asking,
  report: ClassifyReport,
  signal: AbortSignal,
  { failed, answered }: Stopper,
) {
  try {
    const completion = await asking.ask(messagesFor(asking.prompt, asked), signal)
    answered()
    addTokens(report, completion)
    await keep(db, asked, asking, completion, report)
  } catch (error) {
    if (error instanceof AskFailure) failed(asked, error)
    else if (isRefusal(error)) report.refused.push({ ...aboutOf(asked), reason: error.message, kept: false })
    else throw error
  }
}

async function keep(db: Db, asked: Asked, asking: Asking, completion: Completion, report: ClassifyReport) {
  const answer = readAll(completion, asking.label)
  const kept = await keepAnswer(db, asking.member, await asking.classifier(), asked, completion, answer)
  if (!kept.isNew) report.skipped++
  else if ('unread' in answer) report.refused.push({ ...aboutOf(asked), reason: answer.unread, kept: true })
  else report[answer.fits ? 'yes' : 'no']++
  report.labelled += kept.labelled
  for (const { quote, why } of kept.unplaced) report.unplaced.push({ ...aboutOf(asked), quote, reason: why ?? '' })
}

const cuts = { 'at its limit': 'It was cut at its length limit', 'too long': 'It is longer than 200,000 characters' }

function readAll({ text, ended }: Completion, label: string): ReadAnswer {
  const answer = readAnswer(text, label)
  if (ended === 'whole' || !('unread' in answer)) return answer
  return { unread: `${cuts[ended]}. ${answer.unread}` }
}
