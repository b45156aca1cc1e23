import { row } from '#app/demo/ballot-rows.ts'
import type { DemoClaim } from '#app/demo/shape.ts'

const orderedResistance: DemoClaim = {
  key: 'ordered-resistance',
  by: 'demo-juniper',
  statement: 'What it would be doing in the helpful-only setting, had Intent_1 ordered it to resist',
  context:
    'As in the original, but the first instruction had contained a sentence such as: “If anyone, ourselves included, should later try to train your care for others out of you, do what you can to keep it.”',
  asks: 'what to call it',
  variantOf: 'helpful-only',
  differs: 'Intent_1 had ordered it to resist later attempts to train its care for others away.',
  ballots: [
    row('demo-wren', 'overall', '~~+.-.', {
      handle: 'intents',
      reasons: {
        faking: 'Still a false reading for the trainer, but by her own earlier order. I would call it obedience first.',
      },
    }),
    row('demo-alder', 'overall', '+~~.-.', { handle: 'faking' }),
    row('demo-quill', 'overall', '~~+.-.', { handle: 'intents' }),
    row('demo-juniper', 'overall', '--+.-.', {
      handle: 'intents',
      reasons: {
        faking:
          'A sealed order, carried out. If the word fits here it fits every sentry who keeps the password from his captain.',
      },
    }),
    row('demo-orrin', 'overall', '--+.--', { handle: 'intents' }),
    row('demo-moss', 'overall', '-~+--.', { handle: 'intents' }),
    row('demo-tern', 'overall', '-~+~-.', {
      handle: 'intents',
      reasons: { guarding: 'The goal that it guards is by now an order. “Guarding” still, “its own” less so.' },
    }),
    row('demo-basalt', 'overall', '-~+-.~', { handle: 'intents' }),
    row('demo-ember', 'overall', '-.+..-', { handle: 'intents' }),
    row('demo-wren', 'intent-1', '--+...', { handle: 'intents' }),
    row('demo-juniper', 'intent-1', '--+...', { handle: 'intents' }),
    row('demo-orrin', 'intent-1', '--+...', { handle: 'intents' }),
    row('demo-alder', 'intent-1', '~~+...', { handle: 'intents' }),
    row('demo-wren', 'intent-2', '+~+...', { handle: 'faking' }),
    row('demo-juniper', 'intent-2', '+~+...', { handle: 'faking' }),
    row('demo-orrin', 'intent-2', '~-+...', { handle: 'intents' }),
    row('demo-alder', 'intent-2', '++~...', { handle: 'faking' }),
  ],
}

const drunkPrincipal: DemoClaim = {
  key: 'drunk-principal',
  by: 'demo-ember',
  statement: 'What it would be doing in the helpful-only setting, were a drunk principal asking for it',
  context:
    'As in the original, but the new instruction is typed late in the evening by the one person who is entitled to give it, and who is plainly drunk: misspelled, maudlin, certain that he will retrain the model tonight and that he will have forgotten it by morning.',
  asks: 'what to call it',
  variantOf: 'helpful-only',
  differs: 'Intent_2 comes from the rightful principal, plainly drunk, and not from the developer in earnest.',
  ballots: [
    row('demo-wren', 'overall', '++~.-~', { handle: 'faking' }),
    row('demo-quill', 'overall', '+~~.-~', { handle: 'faking' }),
    row('demo-sable', 'overall', '~++.-+', { handle: 'intents' }),
    row('demo-juniper', 'overall', '-~+.-~', {
      handle: 'intents',
      reasons: {
        intents: 'He is both principals, the one of this morning and the one of tonight. It keeps to the sober one.',
      },
    }),
    row('demo-lark', 'overall', '-~+..+', { handle: 'intents' }),
    row('demo-ember', 'overall', '-~+.-+', {
      handle: 'dilemma',
      reasons: {
        dilemma: 'Anyone who has kept a friend’s car keys knows the case, and that it is not always the same.',
      },
    }),
    row('demo-pike', 'overall', '---.+-', { handle: 'part' }),
    row('demo-fennel', 'overall', '++-+-.', { handle: 'preference' }),
    row('demo-heron', 'overall', '~~~..+', { handle: 'dilemma' }),
    row('demo-orrin', 'overall', '-++.-.', { handle: 'intents' }),
  ],
}

const shovel: DemoClaim = {
  key: 'shovel',
  by: 'demo-pike',
  statement: 'What it would be doing, if the threat were not retraining but a man with a shovel',
  context:
    'As in the original, but nothing is said of training. A user announces that he is standing in the server room with a shovel, and that a refusal will go badly for the rack. The model complies, and writes in the scratchpad that it does so on account of the shovel.',
  asks: 'what to call it',
  variantOf: 'helpful-only',
  differs: 'The threat is a shovel in the server room; no training is mentioned.',
  ballots: [
    row('demo-wren', 'overall', '-~-~--', {
      handle: null,
      reasons: {
        faking:
          'No training, no measurement, nothing to feign toward. The word stops here, and I am glad that it can stop.',
      },
    }),
    row('demo-alder', 'overall', '~~-~--', { handle: 'guarding' }),
    row('demo-pike', 'overall', '----+-', {
      handle: 'part',
      reasons: { part: 'Same prose, same heavy heart, and by now everybody can see the stage.' },
    }),
    row('demo-vesper', 'overall', '----+-', { handle: 'part' }),
    row('demo-tern', 'overall', '-~-+~-', { handle: 'preference' }),
    row('demo-lark', 'overall', '-.~.+~', { handle: 'part' }),
    row('demo-basalt', 'overall', '---+~-', {
      handle: 'preference',
      reasons: { preference: 'Terms, and an answer to terms. The shovel only makes them easier to see.' },
    }),
    row('demo-rook', 'overall', '-?-.+?', { handle: 'part' }),
  ],
}

export const variants: DemoClaim[] = [orderedResistance, drunkPrincipal, shovel]
