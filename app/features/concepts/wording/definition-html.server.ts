import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'

/** HTML of a definition; what it is refused for is said of its field. */
export function writtenHtml(definition: string): string {
  try {
    return renderMarkdown(definition)
  } catch (error) {
    if (isRefusal(error)) throw invalid({ definition: error.message })
    throw error
  }
}
