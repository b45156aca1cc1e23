import { createContext, Script } from 'node:vm'
import { invalid } from '../refusal.ts'

// Several times what the longest honest text takes, so that a busy machine refuses none.
const mostMs = 1900

const script = new Script('work()')
// One for all: to make it takes longer than to render a comment. Work within work is fine, since each is looked up as it begins.
const context: { work?: () => string } = createContext({})

/** marked has inputs on which it takes quadratic time. The virtual machine's clock ends those, within a regular expression too. */
export function underTheClock(work: () => string): string {
  try {
    context.work = work
    return script.runInContext(context, { timeout: mostMs })
  } catch (error) {
    const isCutOff = (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    if (!isCutOff && !isOverflow(error)) throw error
    throw invalid({ body: 'This Markdown is too tangled to be rendered. Fewer nested or unclosed marks will do.' })
  }
}

// Asked by message: the error may be of another realm, and marked adds a line of its own.
function isOverflow(error: unknown) {
  return String((error as { message?: unknown } | null)?.message).startsWith('Maximum call stack size exceeded')
}
