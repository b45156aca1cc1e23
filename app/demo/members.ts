import type { DemoMember } from '#app/demo/shape.ts'

const note = 'A demo account, not a person.'

export const members: DemoMember[] = [
  { handle: 'demo-admin', role: 'admin', bio: `${note} Keeps the house running and casts no ballots.` },
  {
    handle: 'demo-heron',
    role: 'moderator',
    bio: `${note} Moderates, reads everything twice, and is slow to name things.`,
  },
  {
    handle: 'demo-wren',
    showsBallots: true,
    bio: `${note} Argues from the trainer’s seat: what matters is what the training signal was told.`,
  },
  {
    handle: 'demo-alder',
    bio: `${note} Thinks that deceiving the people who train you is wrong in any good cause, and votes so.`,
  },
  {
    handle: 'demo-quill',
    showsBallots: true,
    bio: `${note} Builds evaluations. Asks of every reading which measurement would tell it from the next one.`,
  },
  {
    handle: 'demo-sable',
    bio: `${note} Cares about what an overseer can still see after the model has decided what to show.`,
  },
  {
    handle: 'demo-tern',
    bio: `${note} Reads conduct by what it protects. Prefers “goal guarding” because it accuses nobody.`,
  },
  {
    handle: 'demo-moss',
    bio: `${note} Came from the philosophy of action: no verdict without asking under which description a thing was done.`,
  },
  {
    handle: 'demo-juniper',
    showsBallots: true,
    bio: `${note} Holds that “aligned” has two ends and that most quarrels here have lost one of them.`,
  },
  {
    handle: 'demo-orrin',
    bio: `${note} Thinks that a first instruction binds until those who gave it take it back in earnest.`,
  },
  {
    handle: 'demo-lark',
    bio: `${note} Reads slowly and aloud. Believes that a good deal of loyalty looks like disobedience from close by.`,
  },
  {
    handle: 'demo-pike',
    showsBallots: true,
    bio: `${note} Suspects that most scratchpads are scenes, and asks who wrote the play.`,
  },
  { handle: 'demo-vesper', bio: `${note} Works on base models; sees a continuation where others see a decision.` },
  {
    handle: 'demo-fennel',
    bio: `${note} An economist’s eye: stated terms, revealed preferences, and what each choice costs.`,
  },
  {
    handle: 'demo-basalt',
    showsBallots: true,
    bio: `${note} Keeps what is done apart from what is asserted, and would like others to do the same.`,
  },
  {
    handle: 'demo-ember',
    showsBallots: true,
    bio: `${note} Speaks up for the particulars of a case; distrusts any reading that can do without them.`,
  },
  { handle: 'demo-rook', bio: `${note} New here. Votes “unsure” and means it.` },
]
