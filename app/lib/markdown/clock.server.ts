import { createContext, Script } from 'node:vm'
import { invalid } from '../refusal.ts'

// Several times what the longest honest text takes, so that a busy machine refuses none.
const mostMs = 1900

const script = new Script('work()')
// One for all: to make it takes longer than to render a comment. Work within work is fine, since each is looked up as it begins.
const context: { work?: () => string } = createContext({})

// Of the processor's time: where it had less, something else was at it.
const fairShare = 0.5
const mostAttempts = 3

/** marked has inputs on which it takes quadratic time. The virtual machine's clock ends those, within a regular expression too. It counts time that a busy machine gave to others: whatever was cut off without having had its own begins again. */
export function underTheClock(work: () => string, most = mostMs): string {
  for (let attempt = 1; ; attempt++) {
    const before = cpuMs()
    try {
      context.work = work
      return script.runInContext(context, { timeout: most })
    } catch (error) {
      const isCutOff = (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      if (!isCutOff && !isOverflow(error)) throw error
      if (isCutOff && attempt < mostAttempts && cpuMs() - before < fairShare * most) continue
      throw invalid({ body: 'This Markdown is too tangled to be rendered. Fewer nested or unclosed marks will do.' })
    }
  }
}

/** What this thread has had of the processor; where Node cannot tell, the time. */
function cpuMs(): number {
  if (!process.threadCpuUsage) return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

// Asked by message: the error may be of another realm, and marked adds a line of its own.
function isOverflow(error: unknown) {
  return String((error as { message?: unknown } | null)?.message).startsWith('Maximum call stack size exceeded')
}
