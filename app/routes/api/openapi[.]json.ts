import { endpoint, reading } from '#app/http/api.server.ts'
import { apiAnswers, apiRoutes } from '#app/http/api-routes.server.ts'
import { openapiOf } from '#app/http/openapi.server.ts'

const document = endpoint({
  get: reading({ summary: 'This document.', answers: 'openapi' }, async ({ env }) =>
    openapiOf(env.ORIGIN, apiRoutes, apiAnswers),
  ),
})

export const loader = document
export const action = document
