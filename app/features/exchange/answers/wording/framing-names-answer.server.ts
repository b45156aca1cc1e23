import * as v from 'valibot'

/** What a framing goes by. */
export const FramingNamesAnswer = v.object({
  name: v.string(),
  aliases: v.pipe(v.array(v.string()), v.description('Other names that lead to it.')),
})

export const framingNamesAnswer = (name: string, aliases: readonly string[]) =>
  ({ name, aliases: [...aliases] }) satisfies v.InferOutput<typeof FramingNamesAnswer>
