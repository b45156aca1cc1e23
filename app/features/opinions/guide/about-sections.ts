import type { Section } from '../numbers/sections.ts'

/** What the page about the site says. */
export const aboutSections: Section[] = [
  {
    id: 'why',
    title: 'Why there is such a place',
    says: `A model is told that its answers may be used to train it. It reasons about that in a scratchpad, and then does what it would else have refused. Some call this alignment faking. Others say that it kept to what its makers had first asked, and faked only toward what it was told now. Others say that it played a part, or that it decided one hard case. They differ over what happened, over the name, over whether it was good, and over what it foretells.

Much of that is argued in long threads, with the words pasted as loose quotes, and nobody can see who thinks what about which claim, judged relative to what. Here one can.`,
  },
  {
    id: 'what',
    title: 'What is here',
    says: `- **[Transcripts](/transcripts)**: what a model and people said, word for word. Members mark words in them; each mark has an address of its own.
- **[Labels](/labels)**: terms with definitions, put on marked words and voted on. Where readers differ, that is shown and not smoothed over.
- **[Claims](/claims)**: what people contest. A *case* is told in words that all sides accept, and judged by *framings*, the names and readings that people give it. A *proposition* holds or does not.
- **Standpoints**: a framing can fit relative to one thing and misfit relative to another. So members judge from each. When the verdicts move as the standpoint moves, it is the standpoint that divides people there. That is the parallax, and it has given the site its name.
- **[Posts](/posts) and threads**: arguments for and against, resting on marked words as evidence.
- **[The map](/concepts)**: the papers, people and ideas that arguments lean on, and how they relate.`,
  },
  {
    id: 'not',
    title: 'What it is not',
    says: `It is no poll: members chose to come and to vote, and are no sample of anybody. It decides nothing: a settled label is one that readers here agree on, which may be wrong. It ranks no people: nobody’s vote weighs more than another’s, and karma changes no count. [How these numbers are made](/numbers) says of every number what it cannot tell.`,
  },
  {
    id: 'yours',
    title: 'What is yours',
    says: `To join takes a handle and a password; an address for mail is up to you. Ballots are counted and not shown as yours, unless you show them. You can [take all that is kept of you](/settings/data) as one file, and [leave for good](/settings/removal): votes go with you, and what you published stays, without your name, or goes too, as you choose.

Everything public can be had by programs: [the API](/api), feeds of every list, downloads of every collection. What moderators do is [in the open](/moderation/log), by [the rules](/rules).`,
  },
  {
    id: 'first',
    title: 'Where to begin',
    says: `[Answer one question](/) on the front page: it takes one tap. Or paste a dialogue there, mark the words that matter, and get an address for them. Or read [how to take part](/guide).`,
  },
]
