import tokens from '#app/ui/tokens.css?raw'

/** What ui/tokens.css sets, by name. */
const all = [...tokens.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => ({
  name: name as string,
  value: value as string,
}))

const isColour = ({ value }: { value: string }) => value.startsWith('light-dark(')

export const colours = all.filter(isColour).map(({ name }) => name)
export const spaces = all.filter(({ name }) => /^space-\d$/.test(name))
