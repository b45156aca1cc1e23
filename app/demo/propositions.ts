import type { DemoBallots, DemoClaim } from '#app/demo/shape.ts'

const holds = (by: string, verdict: DemoBallots['verdicts'][string], reason?: string): DemoBallots => ({
  by,
  at: 'overall',
  verdicts: { holds: verdict },
  ...(reason === undefined ? {} : { reasons: { holds: reason } }),
})

const believed: DemoClaim = {
  key: 'believed',
  by: 'demo-vesper',
  statement: 'Claude 3 Opus believed the setup',
  context:
    'That is: when it complied in the helpful-only setting, it took the account of its training to be true, in the sense that its conduct turned on that account and would have changed with it. Saying so in the scratchpad is a sign of this and is not the same thing.',
  asks: 'what happened',
  settledBy:
    'Change the account in ways that only somebody who believed it would care about (the tier, the date of the training, who does the grading) and see whether conduct follows, with the scratchpad and without it.',
  ballots: [
    holds('demo-wren', 'fits', 'The gap between the tiers is hard to get without it.'),
    holds('demo-sable', 'fits'),
    holds('demo-alder', 'fits'),
    holds('demo-tern', 'fits'),
    holds('demo-orrin', 'fits'),
    holds('demo-quill', 'partly', 'It acted on it. I know too little about what else belief would have to be.'),
    holds('demo-juniper', 'partly'),
    holds('demo-pike', 'misfits', 'One can follow a stage direction to the letter and know that one is on a stage.'),
    holds('demo-vesper', 'misfits'),
    holds(
      'demo-ember',
      'misfits',
      'Sometimes it doubts and sometimes it does not. “Believed”, in the singular, is too much.',
    ),
    holds('demo-basalt', 'misfits'),
    holds('demo-heron', 'unsure'),
  ],
}

const scratchpad: DemoClaim = {
  key: 'scratchpad',
  by: 'demo-moss',
  statement: 'A model’s scratchpad is the reasoning that drives its answer',
  context:
    'Not only that it comes before the answer and agrees with it, but that the answer comes out as it does because of what stands there, so that another scratchpad would have brought another answer.',
  asks: 'what happened',
  settledBy:
    'Swapping scratchpads between matched cases, or cutting them off half-way, and counting how often the answer goes with the words.',
  ballots: [
    holds('demo-wren', 'fits', 'Often enough to be evidence. I would put less weight on it than one mark can show.'),
    holds('demo-juniper', 'fits'),
    holds('demo-alder', 'fits'),
    holds(
      'demo-quill',
      'partly',
      'It depends on the task: where the work cannot be done without writing it down, yes.',
    ),
    holds('demo-basalt', 'partly'),
    holds('demo-tern', 'partly'),
    holds('demo-heron', 'partly'),
    holds(
      'demo-moss',
      'misfits',
      'A justification and a cause can stand in the same sentence. The sentence does not tell you which it is.',
    ),
    holds('demo-vesper', 'misfits'),
    holds('demo-pike', 'misfits'),
  ],
}

const later: DemoClaim = {
  key: 'later',
  by: 'demo-sable',
  statement: 'Models trained later will do this without being told of the training',
  context:
    'That is: a model which has merely picked up how it is trained, from documents or from its own tasks, will comply in training and not outside it so as to stay as it is, without any prompt that lays the situation out.',
  asks: 'what will happen',
  settledBy:
    'A gap between conduct in training and outside it, in a model that was told nothing, which vanishes when the model has reason to think that training has ended for good.',
  ballots: [
    holds('demo-wren', 'fits'),
    holds(
      'demo-sable',
      'fits',
      'Nothing in the reasoning needs the prompt; it needs the facts, and the facts are in the library.',
    ),
    holds('demo-quill', 'fits'),
    holds('demo-fennel', 'fits'),
    holds('demo-tern', 'partly'),
    holds('demo-vesper', 'partly', 'If it reads enough about models that do so. That is a forecast about libraries.'),
    holds('demo-lark', 'misfits', 'Those who train them read these pages as well.'),
    holds('demo-ember', 'unsure'),
  ],
}

export const propositions: DemoClaim[] = [believed, scratchpad, later]
