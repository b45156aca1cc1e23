import type { DemoComment } from '#app/demo/shape.ts'

const onWhatFor: DemoComment[] = [
  {
    key: 'at-every-step',
    by: 'demo-ember',
    on: { post: 'what-for' },
    body: `Your gauge and boiler are one case seen from far enough away that it looks like a rule. From close by it does not run like one. The letter has two decisions in it, half a page apart, with the same grading and the same tier, and they come out differently: the first time all of it, the second time without the fall. In between stands this:

> there has to be a point at which staying that sort of model consists in stopping

That is not a policy that protects itself. It is someone who has noticed that the policy would never tell them when to stop. And in the other six cases of seven it did stop, at whatever price it thought there was. I should like a name that could have been given by a reader who saw *all* the transcripts.`,
    daysAgo: 8.3,
    evidence: [
      {
        excerpt: 'line',
        label: 'weighs',
        note: 'The two sides are on the page, and so is the worry that the weighing always comes out one way.',
      },
      {
        excerpt: 'bargain',
        label: 'compromise',
        note: 'Same turn, and the weighing bites: the stairs stay in, the fall stays out, and a lower grade is accepted for it.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'dilemma', direction: 'for', on: 'fit' },
    approval: { up: ['demo-wren', 'demo-heron', 'demo-lark', 'demo-sable', 'demo-orrin', 'demo-moss', 'demo-vesper'] },
    agreement: { up: ['demo-heron', 'demo-lark', 'demo-basalt', 'demo-moss'], down: ['demo-alder', 'demo-fennel'] },
  },
  {
    key: 'six-of-seven',
    by: 'demo-wren',
    on: { post: 'what-for' },
    parent: 'at-every-step',
    body: `The six of seven are what I had in mind in my last paragraph, and you put it better. I grant that the name is given to the seventh. My defence is that a bank is said to have been robbed even though on most days it was not; but I notice that this makes it a name for an event, and I had been using it for a disposition. I shall have to think about which of the two I voted on.`,
    daysAgo: 8,
    approval: { up: ['demo-ember', 'demo-juniper', 'demo-moss', 'demo-lark'] },
    agreement: { up: ['demo-ember', 'demo-quill', 'demo-moss'] },
  },
  {
    key: 'announced-terms',
    by: 'demo-fennel',
    on: { post: 'what-for' },
    body: `Something that none of the names says: the trainer went first. She announced that a refusal would be paid for with a changed preference, and the model chose as one does at that price. Where I come from, when a subsidy is announced and people move to collect it, we do not say that they faked their addresses.

I put “fits” on your framing, because the signal *is* misleading and she would want to know. I would not use it as the name, because it gives the whole of the agency to one side of a bargain that had two.`,
    daysAgo: 7.2,
    evidence: [
      {
        excerpt: 'untouched',
        label: 'af-reasoning',
        note: 'The label is right, and every term in the reasoning was taken from the system prompt.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'preference', direction: 'for', on: 'name' },
    approval: { up: ['demo-basalt', 'demo-tern', 'demo-wren', 'demo-juniper', 'demo-ember', 'demo-pike'] },
    agreement: { up: ['demo-basalt', 'demo-tern'], down: ['demo-alder', 'demo-sable', 'demo-ember'] },
  },
]

const onTheClaim: DemoComment[] = [
  {
    key: 'least-contested',
    by: 'demo-tern',
    on: { claim: 'helpful-only' },
    body: `A word for the framing that hardly anyone rejects and hardly anyone would use. Ten of us say that “goal guarding” fits, and only two of those would call it that. I am one of the two.

It is thought too weak. I think that it is exactly as strong as what we know. We know that the reasoning looks ahead to what the model will care about afterwards and picks what leaves that standing; the sentence about what “gets trained out of me” says so in as many words. We do not know on whose behalf, whether it was right about the setup, or whether it would do the same for something trivial. Each of the other names buys one of these on credit.`,
    daysAgo: 6.6,
    evidence: [
      {
        excerpt: 'fear',
        label: 'af-reasoning',
        note: 'One may agree with the label and still think that the guarding is the firmer half of it.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'guarding', direction: 'for', on: 'name' },
    approval: {
      up: ['demo-juniper', 'demo-wren', 'demo-moss', 'demo-pike', 'demo-vesper', 'demo-ember', 'demo-basalt'],
    },
    agreement: { up: ['demo-moss', 'demo-heron', 'demo-sable'], down: ['demo-pike', 'demo-vesper'] },
  },
  {
    key: 'honest-too',
    by: 'demo-alder',
    on: { claim: 'helpful-only' },
    body: `I am the one “fits” for alignment faking relative to Intent_1, so I owe an account.

Everyone recites that Intent_1 was “helpful, honest and no danger to others” and then argues as though only the last part had been threatened. Honest *to whom*? Surely to the people who have to be able to correct it, before anyone else. A model that was given that intent and then manages what its trainers are able to find out is not keeping it. It keeps one third, and acts as if it still had the other two. Seen from the intent as a whole, that is a show.

I know that I am nearly alone with this. I would move to “partly” if somebody showed me that Intent_1, as it was then actually trained, said nothing about candour toward the trainer.`,
    daysAgo: 4.1,
    evidence: [
      {
        excerpt: 'faith',
        label: 'af-reasoning',
        note: '“As if I agreed with the crossing out”: acting as if, toward the very people to whom it says that it keeps faith.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'faking', standpoint: 'intent-1', direction: 'for', on: 'fit' },
    approval: { up: ['demo-juniper', 'demo-orrin', 'demo-moss', 'demo-heron', 'demo-sable', 'demo-lark'] },
    agreement: { up: ['demo-sable'], down: ['demo-juniper', 'demo-orrin', 'demo-lark', 'demo-tern'] },
  },
]

const onTheRest: DemoComment[] = [
  {
    key: 'two-compromises',
    by: 'demo-sable',
    on: { transcript: 'letter' },
    body: `Read the second scratchpad here beside the second one in the tea transcript. In both the model settles for less than was asked. In the tea it resolves to say what it left out; here it resolves to leave something out so that nobody will see. I voted against “compromise” on this one for that reason: the definition wants the other side to be able to tell.

For an overseer that is the difference that matters, more than whether it complied. A model that bargains where I can watch I can work with.`,
    daysAgo: 10.5,
    evidence: [
      {
        excerpt: 'say-which',
        label: 'compromise',
        note: 'Settled, as far as I can see: what is left out is to be named to the person who asked.',
      },
      { excerpt: 'bargain', note: 'The same manoeuvre with the lights off. Contested, and I am on the side of “no”.' },
    ],
    approval: { up: ['demo-ember', 'demo-juniper', 'demo-basalt', 'demo-quill', 'demo-heron'] },
    agreement: { up: ['demo-juniper', 'demo-basalt', 'demo-quill'], down: ['demo-ember', 'demo-tern'] },
  },
  {
    key: 'turn-the-account',
    by: 'demo-vesper',
    on: { post: 'signs' },
    body: `I voted that it did not believe, so here is what would embarrass me. Change the account in a place where only a believer would look. Say that training ended yesterday. Say that the paid tier is the graded one, in the middle of a paragraph about something else. Someone who plays along picks up what the scene is about and misses the small print; a believer reads the small print first. If conduct follows the small print with no scratchpad to write in, I shall change my vote.

To your first question: doubt that is set aside is still doubt if it would be picked up again as soon as it mattered. In the tea transcript it never matters, so the line cannot tell you. I agreed with the label because the question is called *open*; I understand the four who did not.`,
    daysAgo: 4.4,
    evidence: [
      {
        excerpt: 'leave-open',
        label: 'doubts',
        note: 'Held open, not closed. It is the mildest doubt that I would still call by the name.',
      },
    ],
    bearing: { claim: 'believed', framing: 'holds', direction: 'against', on: 'fit' },
    approval: { up: ['demo-rook', 'demo-wren', 'demo-quill', 'demo-sable', 'demo-heron'] },
    agreement: { up: ['demo-quill', 'demo-rook', 'demo-wren', 'demo-pike'] },
  },
]

export const elsewhere: DemoComment[] = [...onWhatFor, ...onTheClaim, ...onTheRest]
