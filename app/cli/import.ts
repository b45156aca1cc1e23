import { Command, Option } from 'commander'
import { readDiscussion } from '#app/features/exchange/formats/read-discussion.ts'
import { formats } from '#app/features/exchange/formats/read-transcripts.ts'
import { readLabelVotes } from '#app/features/exchange/formats/votes/read-label-votes.ts'
import { importDiscussion } from '#app/features/exchange/imports/import-discussion.server.ts'
import { importLabels } from '#app/features/exchange/imports/import-labels.server.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import { importBallotsOf } from './import-ballots.ts'
import { importGraphOf } from './import-graph.ts'
import { siteCommand } from './import-site.ts'
import { importTranscriptFiles, type TranscriptOptions } from './import-transcripts.ts'
import { about, documentAt, fileAt, importer, printReport } from './importing.ts'
import { progress } from './progress.ts'
import { withDatabase } from './site.ts'

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Brings in transcripts and discussions. What is there already stays one, so that an import may be repeated.',
    )
    .addCommand(transcriptsCommand())
    .addCommand(discussionCommand())
    .addCommand(labelsCommand())
    .addCommand(ballotsCommand())
    .addCommand(graphCommand())
    .addCommand(siteCommand())
}

function transcriptsCommand(): Command {
  const command = new Command('transcripts')
  return command
    .argument('<files...>')
    .description(
      'Brings in transcripts from text, or from JSON or JSON lines with messages or labelled samples; judged ones with a CSV of verdicts.',
    )
    .addOption(new Option('--format <format>', 'how the files are written').choices(formats).default('auto'))
    .option('--collection <slug>', 'put them in this collection, which is made on first use')
    .option('--as <handle>', 'the member who brings them (default: the oldest admin, else "import")')
    .option('--predictions <file>', 'what a classifier says of each sample of the one file; with --classifier')
    .option('--classifier <name>', 'what the classifier is called; with --predictions')
    .option('--json', 'print one JSON document')
    .action(async (paths: string[], options: TranscriptOptions & { json?: boolean }) => {
      const isHalf = (options.predictions === undefined) !== (options.classifier === undefined)
      if (isHalf) command.error('error: --predictions and --classifier go together', { exitCode: 2 })
      if (options.predictions !== undefined && paths.length > 1)
        command.error('error: --predictions are about one file', { exitCode: 2 })
      printReport(options.json, await withDatabase((db) => importTranscriptFiles(db, paths, options)))
    })
}

function discussionCommand(): Command {
  return new Command('discussion')
    .argument('<file>')
    .description('Brings in a post with its comments; their authors are unclaimed members.')
    .addOption(new Option('--format <format>', 'how the file is written').choices(['lesswrong']).default('lesswrong'))
    .option('--as <handle>', 'the member who brings it (default: the oldest admin, else "import")')
    .option('--json', 'print one JSON document')
    .action(async (path: string, { format, as, json }) => {
      const discussion = await about(path, async () => readDiscussion(await documentAt(path)))
      const { step, end } = progress()
      const say = ({ ids }: ImportReport) => step(`${ids.length} of ${discussion.comments.length + 1} …`)
      const report = await withDatabase(async (db) =>
        importDiscussion(db, await importer(db, as), { file: path, format, discussion }, say),
      ).finally(end)
      printReport(json, report)
    })
}

function labelsCommand(): Command {
  return new Command('labels')
    .argument('<file>')
    .description('Brings in votes on labels on whole transcripts: a CSV with columns transcript, label, voter, value.')
    .requiredOption('--collection <slug>', 'the collection that the transcripts are in, by id or title')
    .option('--as <handle>', 'the member who brings them (default: the oldest admin, else "import")')
    .option('--json', 'print one JSON document')
    .action(async (path: string, { collection, as, json }) => {
      const rows = await about(path, async () => readLabelVotes((await fileAt(path)).bytes))
      const report = await withDatabase(async (db) =>
        importLabels(db, await importer(db, as), { file: path, rows, collection }),
      )
      printReport(json, report)
    })
}

function ballotsCommand(): Command {
  return new Command('ballots')
    .argument('<folder>')
    .description('Brings in a conversation: a case whose framings are the comments, with its votes as ballots.')
    .addOption(new Option('--format <format>', 'how the folder is written').choices(['polis']).default('polis'))
    .option('--as <handle>', 'the member who brings it (default: the oldest admin, else "import")')
    .option('--json', 'print one JSON document')
    .action(async (folder: string, { as, json }) => {
      printReport(json, await withDatabase((db) => importBallotsOf(db, folder, as)))
    })
}

function graphCommand(): Command {
  return new Command('graph')
    .argument('<folder>')
    .description(
      'Brings in concepts and relations: nodes.csv with columns id, kind, name, definition; edges.csv with from, to, relation, why; or one file graph.jsonld, as the site gives it.',
    )
    .option('--as <handle>', 'the member who brings them (default: the oldest admin, else "import")')
    .option('--json', 'print one JSON document')
    .action(async (folder: string, { as, json }) => {
      printReport(json, await withDatabase((db) => importGraphOf(db, folder, as)))
    })
}
