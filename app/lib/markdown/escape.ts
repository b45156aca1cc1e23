/** For text between tags and in attributes. */
export function escaped(text: string): string {
  return escapedKeepingEntities(text.replace(/&/g, '&amp;'))
}

/** Entities stay: they are the writer's own, and what they stand for is judged when all is cleaned. */
export function escapedKeepingEntities(text: string): string {
  return text.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
