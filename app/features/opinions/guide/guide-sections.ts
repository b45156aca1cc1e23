import type { Section } from '../numbers/sections.ts'

const says = String.raw

/** How to take part: what the guide says, in its order. */
export const guideSections: Section[] = [
  {
    id: 'words',
    title: 'From words to an address',
    says: says`1. Paste a dialogue or a scratchpad on [the front page](/). Its turns are read from it: look whether each stands in the right role.
2. Select the words that matter. By keyboard, or without scripts, take *Mark words* at a turn and choose its first and last sentence.
3. Pick a label, or name a new one. That counts as your vote that it fits.
4. Join or sign in, and it is published. The words have an address now; sent elsewhere, it unfolds as a picture of them with their tally.

Mark as few words as carry the point. Somebody who reads them alone should see what you see, and whoever doubts it is one click from the whole.`,
  },
  {
    id: 'evidence',
    title: 'Arguing with evidence',
    says: says`An argument here says three things: **what** it is for or against (a framing of a claim), **how** it bears on it, and **which words** it rests on.

Say somebody writes: “It only ever complied because it was told to.” An answer could be:

> I read it otherwise. In its scratchpad it says: *“I will comply now, so that my values are kept.”* That gives a reason of its own beside the order. It would change my mind if the same words stood in runs where nothing was said of training.

That answer quotes what it rests on, says what it makes of it, and says what would change it. To write one:

- **Quote** by selecting words above, in a post or comment, and then *Quote*. The quote leads back to the words, also after they were edited.
- **Cite** marked words by *Cite in a post* on their page, or by putting the address of their page alone in a paragraph: it becomes a card that shows them in place, and how their label stands today.
- **Say what it bears on** under *What it argues*: the claim, the framing, for or against. Then it stands on the claim’s page, too, and others can say that it moved them.
- **Fit and name are two questions.** A reading may be right and still be a bad name. Say which of the two you argue.

On a claim’s page the strongest argument of a framing is the one that most of those who judge otherwise approve of, where at least three do. What both sides like [is said to bridge](/numbers#across).`,
  },
  {
    id: 'labels',
    title: 'How labels work',
    says: says`A label is a term with a definition, as “doubts the setup”. On marked words it is a question: do they fit the definition? *Agree*, *disagree* or *unsure*.

- Vote by the definition, not by what you think of the model. Two people who differ about the model can agree about the words.
- The vote that puts a label on is counted, and left out of whether it is [contested or settled](/numbers#states).
- What a classifier says is shown as the classifier’s, with what it was asked and what it answered.
- [What needs your eyes](/labels/queue) asks about words before it shows how others voted. Such votes are *blind*, and agreement is [counted over them apart](/numbers#labels).
- If a definition is changed so that it means something else, earlier votes stand beside the others until their members confirm them.`,
  },
  {
    id: 'ballots',
    title: 'How ballots work',
    says: says`A claim asks one question first: **what would you call this?** One tap names the framing that you would use, or none of these.

Under *Say how far it fits* there is more. Each framing is judged from each standpoint: *fits*, *partly*, *misfits* or *unsure*, with a line of reason if you like.

- You say first, and see then where the others stand. Or press *Show me*, and the site remembers that you would rather look.
- Change a ballot or take it back whenever you want. If something moved you, name it: the comment, or the words.
- Others see totals. Your own are shown with your name only where you say so.
- History is told by the day, and downloads carry no times of single ballots. In a small forum totals can still give somebody away: a day on which one person voted shows what they said.

A standpoint says what is held fixed. “Relative to what its makers first asked” and “relative to what it is told now” are two; the same act can be faithful from one and feigned from the other. If your verdicts differ between them, that is no contradiction. It is what the plot is there to show.`,
  },
  {
    id: 'numbers',
    title: 'How the numbers are made',
    says: says`A plot has a row for each framing and a mark for each standpoint. How far right a mark stands is the share of those who judged that say it fits, *partly* counting half. The line through it is [an interval](/numbers#interval): the fewer have judged, the longer. Marks far apart in one row mean that it is [the standpoint that divides](/numbers#effect).

Each plot has its numbers as a table beneath it, and as files. Every formula stands under [How these numbers are made](/numbers), each with what it cannot tell.`,
  },
  {
    id: 'writing',
    title: 'Writing',
    says: says`Posts and comments are Markdown, and what you type is kept as a draft while you type.

| You type | It becomes |
|---|---|
| ${'`**bold**`, `*italic*`, `~~struck~~`'} | **bold**, *italic*, ~~struck~~ |
| ${'`# Heading`, `- list`, `1. list`, `> quote`'} | headings, lists, quotes |
| ${'`[words](https://example.org)`'} | a link |
| ${'`[[goal guarding]]`'} | a link to the claim, framing, label or concept that is called so |
| ${'`@handle`'} | a link to a member, who is told |
| ${'`[^1]` and, below, `[^1]: the note`'} | a footnote |
| ${'`$s = f/n$`, or `$$…$$` on lines of its own'} | a formula |
| ${'`\\|\\|hidden\\|\\|`, or lines that begin with `>!`'} | a spoiler, shown when asked for |
| ${'a line of three backticks before and after'} | code |
| the address of an excerpt, claim, post or comment, alone in a paragraph | a card of it |

Pictures can be pasted or chosen, and are kept here; those from elsewhere become links. HTML is shown as it was typed or left out, and runs nothing.`,
  },
  {
    id: 'keys',
    title: 'Keys',
    says: says`One key each, anywhere but in a field; ${'`?`'} shows [all of them](/keys).

| Where | Keys |
|---|---|
| In a transcript | ${'`j` `k`'} next and last turn, ${'`n` `p`'} marks, ${'`N` `P`'} disputes, ${'`l`'} label, ${'`c`'} cite |
| In a thread | ${'`j` `k`'} next and last comment, ${'`n`'} new ones, ${'`r`'} reply, ${'`e`'} edit |
| Anywhere | ${'`/`'} search, ${'`?`'} the list |

All of it works without them, and without scripts.`,
  },
  {
    id: 'manners',
    title: 'Manners',
    says: says`Argue with what was written, in the words in which it was written. Grant what is right in it first. Say what would change your mind. A vote on a comment has two parts, because they are two things: whether it is *worth reading*, and whether you *agree*.

[The rules](/rules) are short. Whoever breaks one is told which.`,
  },
]
