import { Command, InvalidArgumentError, Option } from 'commander'
import { patientAsker } from '#app/features/classifying/asking/ask-patiently.server.ts'
import { endpointKey, endpointUrl } from '#app/features/classifying/asking/endpoint.ts'
import { mostModel, mostName, mostPrompt } from '#app/features/classifying/classifier.ts'
import { classify } from '#app/features/classifying/classify.server.ts'
import type { ClassifyReport } from '#app/features/classifying/classify-report.ts'
import { isUnread } from '#app/features/exchange/formats/placed.ts'
import { decode } from '#app/features/exchange/formats/utf8.ts'
import { type TurnRole, turnRoles } from '#app/features/transcripts/transcript.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { lengthOf, unkeepable } from '#app/lib/text.ts'
import { about, fileAt, importer } from './importing.ts'
import { progress } from './progress.ts'
import { print, withDatabase } from './site.ts'

interface ClassifyOptions {
  collection: string
  label: string
  prompt: string
  endpoint: string
  model: string
  role?: TurnRole
  as?: string
  classifier?: string
  concurrency: number
  timeout: number
  again?: boolean
  json?: boolean
}

export function classifyCommand(): Command {
  return new Command('classify')
    .description(
      'Asks a model behind an OpenAI-compatible endpoint whether a label fits each transcript of a collection, and keeps its answers. The key is read from PARALLAX_API_KEY. Safe to interrupt: the same again goes on.',
    )
    .requiredOption('--collection <slug>', 'the collection')
    .requiredOption('--label <name>', 'the label, which is made on first use')
    .requiredOption('--prompt <file>', 'what the model is told; the form of the answer is added')
    .requiredOption('--endpoint <url>', 'as https://example.org/v1, with or without /chat/completions')
    .requiredOption('--model <name>', 'the model, as the endpoint calls it', nameOf(mostModel))
    .addOption(new Option('--role <role>', 'ask about each turn of this role, one by one').choices(turnRoles))
    .option('--classifier <name>', 'what its labellings say it is (default: the model)', nameOf(mostName))
    .option('--as <handle>', 'the member in whose name it runs (default: the oldest admin, else "import")')
    .option('--concurrency <n>', 'how many questions at a time', wholeNumber(1, 64), 4)
    .option('--timeout <seconds>', 'how long the endpoint may say nothing', wholeNumber(1, 3600), 120)
    .option('--again', 'ask once more what could not be read')
    .option('--json', 'print one JSON document')
    .action(async (options: ClassifyOptions) => printRun(options.json, await run(options)))
}

function wholeNumber(least: number, most: number) {
  return (given: string) => {
    const number = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(`It takes ${least} to ${most}.`)
    return number
  }
}

function nameOf(most: number) {
  return (given: string) => {
    const name = given.trim()
    if (!name || lengthOf(name) > most || unkeepable(name))
      throw new InvalidArgumentError(`It takes 1 to ${most} characters.`)
    return name
  }
}

async function run(options: ClassifyOptions): Promise<ClassifyReport> {
  const { endpoint: given, classifier, timeout, role = null, again: isAgain = false } = options
  const { collection, label, model, concurrency } = options
  const name = classifier ?? model.slice(0, mostName)
  const key = endpointKey(process.env.PARALLAX_API_KEY)
  const endpoint = { url: endpointUrl(given), model, key, quietMs: timeout * 1000 }
  const prompt = await about(options.prompt, () => promptAt(options.prompt))
  const interrupted = interruptedSignal()
  const { step, end } = progress()
  let again = 0
  const ask = patientAsker(endpoint, {}, (why) => step(`asking again (${++again}): ${why}`))
  const say = (report: ClassifyReport, all: number) => step(progressOf(report, all))
  const how = { collection, label, prompt, model, role, name, isAgain, concurrency }
  const report = await withDatabase(async (db) =>
    classify(db, await importer(db, options.as), how, ask, interrupted, say),
  ).finally(end)
  return { ...report, again }
}

async function promptAt(path: string): Promise<string> {
  const words = decode((await fileAt(path)).bytes)
  const why = isUnread(words) ? words.reason : promptFault(words.value)
  if (why) throw new Refusal('invalid', why)
  return (words as { value: string }).value
}

function promptFault(words: string): string | undefined {
  if (!words.trim()) return 'This is empty.'
  if (words.includes('\0')) return 'This is not text.'
  if (lengthOf(words) > mostPrompt) return `A prompt has at most ${mostPrompt.toLocaleString('en')} characters.`
}

/** Ctrl-C once ends the run in order; twice ends it at once. */
function interruptedSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

function progressOf({ questions, skipped, yes, no, refused, tokens }: ClassifyReport, transcripts: number): string {
  const answered = `${yes} yes, ${no} no, ${refused.length} refused, ${skipped} there before`
  return `${questions} asked of ${transcripts} transcripts: ${answered}; ${tokens.total.toLocaleString('en')} tokens …`
}

/** Prints what the run did, and what it refused on standard error. Without any answer, or stopped, it has failed. */
function printRun(isJson: boolean | undefined, report: ClassifyReport) {
  const { yes, no, skipped, refused, unplaced, labelled, tokens, stopped } = report
  const spent = `${tokens.prompt.toLocaleString('en')} tokens asked, ${tokens.completion.toLocaleString('en')} answered`
  const untold = tokens.untold > 0 ? ` (${tokens.untold} answers did not say)` : ''
  print(isJson, report, [
    `${report.classifier} on “${report.label}”: ${yes} yes, ${no} no, ${refused.length} refused, ${skipped} there before`,
    `${labelled} excerpts labelled, ${unplaced.length} quotes not found; ${spent}${untold}`,
  ])
  for (const { transcript, turn, reason } of refused) console.error(`${placeOf(transcript, turn)}: ${reason}`)
  for (const { transcript, turn, quote, reason } of unplaced)
    console.error(`${placeOf(transcript, turn)}: “${quote}”: ${reason}`)
  if (stopped) console.error(stopped)
  if (stopped || (yes + no + skipped === 0 && refused.length > 0)) process.exitCode = 1
}

const placeOf = (transcript: string, turn: number | null) => (turn === null ? transcript : `${transcript} turn ${turn}`)
