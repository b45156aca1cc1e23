import tokens from '#app/ui/tokens.css?raw'

/** What ui/tokens.css sets, by name. */
const all = tokens.split(';').flatMap((line) => {
  const [name = '', value] = line.slice(line.indexOf('--') + 2).split(': ')
  return line.includes('--') && value ? [{ name, value }] : []
})

const isColour = ({ value }: { value: string }) => value.startsWith('light-dark(')

export const colours = all.filter(isColour).map(({ name }) => name)
export const spaces = all.filter(({ name }) => /^space-\d$/.test(name))
