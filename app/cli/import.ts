import { Command, Option } from 'commander'
import { formats } from '#app/features/exchange/formats/read-transcripts.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import type { Db } from '#db/open.ts'
import type { TranscriptOptions } from './import-transcripts.ts'

// What does the work is read once there is some: help and wrong usage are answered at once, and an import of one kind does not wait for the others.

/** Does an import on the site's database, and prints what it did. */
async function report(isJson: boolean | undefined, bring: (db: Db) => Promise<ImportReport>) {
  const [{ withDatabase }, { printReport }] = [await import('./site.ts'), await import('./importing.ts')]
  printReport(isJson, await withDatabase(bring))
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Brings in transcripts, discussions, labels, ballots, a graph or a whole site. What is there already stays one, so that an import may be repeated.',
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
      const { importTranscriptFiles } = await import('./import-transcripts.ts')
      await report(options.json, (db) => importTranscriptFiles(db, paths, options))
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
      const { readDiscussionAt } = await import('./import-discussion.ts')
      const bring = await readDiscussionAt(path, format, as)
      await report(json, bring)
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
      const { readLabelsAt } = await import('./import-labels.ts')
      const bring = await readLabelsAt(path, collection, as)
      await report(json, bring)
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
      const { importBallotsOf } = await import('./import-ballots.ts')
      await report(json, (db) => importBallotsOf(db, folder, as))
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
      const { importGraphOf } = await import('./import-graph.ts')
      await report(json, (db) => importGraphOf(db, folder, as))
    })
}

function siteCommand(): Command {
  return new Command('site')
    .argument('<folder>')
    .description(
      'Makes the same site of what `parallax export` wrote, in an empty database; goes on where it was broken off.',
    )
    .option('--json', 'print one JSON document')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const { importSiteAt } = await import('./import-site.ts')
      await importSiteAt(folder, json)
    })
}
