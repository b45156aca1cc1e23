/** The modules of the API's routes and of what the API says of things, by file, as the build finds them. */
export const apiRoutes = import.meta.glob<Record<string, unknown>>('../routes/api/*.ts', { eager: true })

export const apiAnswers = import.meta.glob<Record<string, unknown>>(
  ['../features/exchange/**/*-answer.server.ts', '../features/search/*-answer.server.ts'],
  { eager: true },
)
