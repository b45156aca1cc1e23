const files = [
  ['everything.jsonl', 'Everything, a thing a line: transcripts with their turns, excerpts, labels, classifiers'],
  ['transcripts.csv', 'Transcripts, without their turns'],
  ['turns.csv', 'Turns, word for word'],
  ['scores.csv', 'Scores'],
  ['excerpts.csv', 'Excerpts, with their words'],
  ['labels.csv', 'Labels on excerpts, votes as counts'],
  ['machines.csv', 'What classifiers say of excerpts'],
  ['shares.csv', 'Shares and means by condition'],
] as const

/** What a collection is to be had as. */
export function FileList({ slug }: { slug: string }) {
  return (
    <>
      <ul className="files">
        {files.map(([file, words]) => (
          <li key={file}>
            <a href={`/collections/${slug}/download/${file}`} download>
              {file}
            </a>
            : {words}
          </li>
        ))}
      </ul>
      <p className="small soft">
        What was redacted is masked here too. Votes are counts, without who voted when. In CSV, text that a spreadsheet
        would take for a formula has an apostrophe before it; JSONL has it as it is. Offsets count Unicode code points.
        Whoever is signed in and takes the labels has seen how others vote: their votes on these words are no longer
        blind.
      </p>
    </>
  )
}
