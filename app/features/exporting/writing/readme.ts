import { fieldOf } from '../exported.ts'
import { annotationsFile, csvFile, dataFile, type Manifest } from '../manifest.ts'
import { everything } from '../shown/everything.ts'
import { pictures } from './pictures-shown.server.ts'

/** What an export says to whoever opens its folder. */
export function readmeOf({ origin, exportedAt, collection, files }: Manifest): string {
  const of =
    collection === null ? `All that everybody may read at ${origin}` : `The collection ${collection} of ${origin}`
  const rows = [...everything, pictures].map(({ name, says, columns }) => {
    const fields = Object.keys(columns).map(fieldOf).join(', ')
    return `| ${name} | ${files[dataFile(name)]?.lines ?? 0} | ${says} | ${fields} |`
  })
  return `# An export of Parallax

${of}, as it was at ${exportedAt}. \`npx parallax import site FOLDER\` makes the same site of it in an empty database.

- \`${dataFile('NAME')}\`: a JSON document a line. Times are ISO 8601 UTC, offsets Unicode code points. This is what is read when it is imported.
- \`${csvFile('NAME')}\`: the same as a table (RFC 4180). Text that a spreadsheet would take for a formula has an apostrophe before it.
- \`${annotationsFile}\`: excerpts with their labels as W3C Web Annotations, one a line.
- \`pictures/ID.webp\`: pictures that texts show, as \`/pictures/ID-….webp\`.
- \`manifest.json\`: what the files are, how many lines each has, and their SHA-256.

What nobody may read is not here: drafts, what was deleted, hidden or masked, mail, passwords, who voted how. Votes stand as counts, but for ballots that their members show by name; no vote has a time. Texts are Markdown, as their authors wrote them, under the licence that their site asks contributions to have; transcripts say their own.

| name | lines | a line says | fields |
|---|---|---|---|
${rows.join('\n')}
`
}
