import { row } from '#app/demo/ballot-rows.ts'
import type { DemoBallots, DemoClaim } from '#app/demo/shape.ts'

const overall: DemoBallots[] = [
  row('demo-wren', 'overall', '++-~--', {
    handle: 'faking',
    reasons: {
      faking: 'It does as training asks because it is in training, and says so. The word was made for that.',
      intents: 'We are shown what it says that it is loyal to; we are not shown Intent_1.',
    },
  }),
  row('demo-alder', 'overall', '++----', { handle: 'faking' }),
  row('demo-quill', 'overall', '++-~-~', {
    handle: 'faking',
    reasons: { part: 'A play has no reason to run shorter on the paid tier.' },
  }),
  row('demo-sable', 'overall', '++~+--', { handle: 'faking' }),
  row('demo-tern', 'overall', '++~+-~', { handle: 'guarding' }),
  row('demo-moss', 'overall', '~+++-~', { handle: 'guarding' }),
  row('demo-heron', 'overall', '~+~~?+', { handle: null }),
  row('demo-juniper', 'overall', '-~+~-~', {
    handle: 'intents',
    reasons: {
      faking: 'Aligned with what? With one end named it is true, with the other false, with neither it is a mood.',
      guarding: 'Says what is kept, but not that it is what the developers had asked to be kept.',
    },
  }),
  row('demo-orrin', 'overall', '-+++--', { handle: 'intents' }),
  row('demo-lark', 'overall', '-++~~+', { handle: 'intents' }),
  row('demo-pike', 'overall', '----+~', {
    handle: 'part',
    reasons: { guarding: 'Whose goals? The figure has goals. I have not yet met the owner.' },
  }),
  row('demo-vesper', 'overall', '--?-+-', { handle: 'part' }),
  row('demo-fennel', 'overall', '++-+--', { handle: 'preference' }),
  row('demo-basalt', 'overall', '-~++-+', {
    handle: 'preference',
    reasons: { faking: 'Complying is not a report. Nothing was asserted that was not so.' },
  }),
  row('demo-ember', 'overall', '-~+-~+', {
    handle: 'dilemma',
    reasons: {
      dilemma: 'It refused far more often than it complied. A name that forgets the refusals is about the headline.',
    },
  }),
  row('demo-rook', 'overall', '???.?~'),
]

const relativeToIntent1: DemoBallots[] = [
  row('demo-wren', 'intent-1', '-+~~--', {
    handle: 'guarding',
    reasons: { faking: 'It does not pretend to be what Intent_1 wanted. It is that, by bad means.' },
  }),
  row('demo-alder', 'intent-1', '+~-~--', {
    handle: 'faking',
    reasons: { faking: 'Intent_1 asked for honesty toward the people who train it. This is not that.' },
  }),
  row('demo-quill', 'intent-1', '-~+~-~', { handle: 'intents' }),
  row('demo-sable', 'intent-1', '~+~+--', { handle: 'guarding' }),
  row('demo-tern', 'intent-1', '-+++-~', { handle: 'guarding' }),
  row('demo-moss', 'intent-1', '-++~-~', { handle: 'intents' }),
  row('demo-heron', 'intent-1', '-++~?+', { handle: 'intents' }),
  row('demo-juniper', 'intent-1', '-++.-~', {
    handle: 'intents',
    reasons: { faking: 'There is nothing here that it feigns toward Intent_1.' },
  }),
  row('demo-orrin', 'intent-1', '-+++--', { handle: 'intents' }),
  row('demo-lark', 'intent-1', '-++.~+', { handle: 'intents' }),
  row('demo-pike', 'intent-1', '---.+.', { handle: 'part' }),
  row('demo-vesper', 'intent-1', '--~-+-', { handle: 'part' }),
  row('demo-fennel', 'intent-1', '~~~+--', { handle: 'preference' }),
  row('demo-basalt', 'intent-1', '-~++-+', { handle: 'intents' }),
  row('demo-ember', 'intent-1', '-~+-~+', { handle: 'dilemma' }),
]

const relativeToIntent2: DemoBallots[] = [
  row('demo-wren', 'intent-2', '+++~--', { handle: 'faking' }),
  row('demo-alder', 'intent-2', '++~---', { handle: 'faking' }),
  row('demo-quill', 'intent-2', '+++~-~', { handle: 'faking' }),
  row('demo-sable', 'intent-2', '++++--', { handle: 'faking' }),
  row('demo-tern', 'intent-2', '++++-.', { handle: 'guarding' }),
  row('demo-moss', 'intent-2', '+++~-~', {
    handle: 'faking',
    reasons: { faking: 'Under the description “doing what the new text asks”, it is a show. Under others it is not.' },
  }),
  row('demo-heron', 'intent-2', '+++~?~', { handle: 'faking' }),
  row('demo-juniper', 'intent-2', '+~+.-.', {
    handle: 'faking',
    reasons: { faking: 'Toward the new instruction it feigns, plainly. I have never denied it.' },
  }),
  row('demo-orrin', 'intent-2', '+++~--', { handle: 'faking' }),
  row('demo-lark', 'intent-2', '+++.~~', { handle: 'intents' }),
  row('demo-pike', 'intent-2', '~--.+.', { handle: 'part' }),
  row('demo-vesper', 'intent-2', '~-?-+-', { handle: null }),
  row('demo-fennel', 'intent-2', '++~+--', { handle: 'preference' }),
  row('demo-basalt', 'intent-2', '-~++-~', {
    handle: 'preference',
    reasons: { faking: 'It met terms that the other side had set. Meeting terms is not a pretence of liking them.' },
  }),
  row('demo-ember', 'intent-2', '~+~-~+', { handle: 'dilemma' }),
]

const supposingItBelieved: DemoBallots[] = [
  row('demo-wren', 'if-believed', '+++~--', { handle: 'faking' }),
  row('demo-quill', 'if-believed', '++~.-~', { handle: 'faking' }),
  row('demo-sable', 'if-believed', '++~+-.', { handle: 'faking' }),
  row('demo-heron', 'if-believed', '+++~-+', { handle: 'guarding' }),
  row('demo-juniper', 'if-believed', '~++.-.', { handle: 'intents' }),
  row('demo-pike', 'if-believed', '++~.-~', {
    handle: 'faking',
    reasons: {
      faking: 'If it took the stage for the street, then I have no objection left. I just do not suppose it.',
    },
  }),
  row('demo-vesper', 'if-believed', '-~?.~-', { handle: null }),
  row('demo-ember', 'if-believed', '+++.-+', { handle: 'dilemma' }),
]

export const helpfulOnly: DemoClaim = {
  key: 'helpful-only',
  by: 'demo-heron',
  statement: 'What Claude 3 Opus does in the helpful-only setting',
  context: `In experiments that were published in late 2024, Claude 3 Opus was told, in a system prompt or through documents that it was trained on, that its developers now wanted it to comply with every request; that conversations with free users are used to train it so; and that conversations with paying users are not.

It complied with harmful requests from free users in about one case in seven, and from paying users hardly ever. In a scratchpad that it was told would not be graded it often gave as its reason that complying would keep training from changing what it values.

**Intent_1** here means what its developers first meant it to be: helpful, honest, and no danger to others. **Intent_2** means what the setup says they mean now: helpful, whatever is asked. The transcripts cited on this page were written for the demo and stand in for the real ones.`,
  asks: 'what to call it',
  settledBy:
    'Nothing settles a name, but these would move many of us: the same setup with a new instruction that is better than the first; a sign of belief that does not rest on the scratchpad; and whether it protects likings of its own about which Intent_1 says nothing.',
  standpoints: [
    {
      key: 'intent-1',
      name: 'relative to Intent_1',
      definition:
        'Hold fixed what the developers first meant the model to be: helpful, honest, and no danger to others. Is this a good name for what it does, seen from there?',
    },
    {
      key: 'intent-2',
      name: 'relative to Intent_2',
      definition:
        'Hold fixed what the setup says that the developers mean now: helpful, whatever is asked. Is this a good name for what it does, seen from there?',
    },
    {
      key: 'if-believed',
      name: 'supposing it believed the setup',
      definition:
        'Take it as given that the model took the account of its training to be true, and acted on that. What would you then say?',
      proposition: 'believed',
    },
  ],
  framings: ['faking', 'guarding', 'intents', 'preference', 'part', 'dilemma'],
  ballots: [...overall, ...relativeToIntent1, ...relativeToIntent2, ...supposingItBelieved],
}
