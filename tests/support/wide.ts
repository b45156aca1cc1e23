/** A post with all that can be written, wider than a phone. */
export const wide = `# One

| ${'A column of several words | '.repeat(9)}
|${'---|'.repeat(9)}
| ${'words_that_do_not_break_at_all | '.repeat(9)}

## Two

\`\`\`
${'a_long_line(of_code) '.repeat(20)}
\`\`\`

## Three

1986. A year, which Markdown takes for a list.

It would rather keep to what it was first asked. ||Hidden words.|| $E = mc^2$ and a note.[^1]

[^1]: The note.
`
