import { noEndpoint } from '#app/http/refusals.server.ts'

export const loader = noEndpoint
export const action = noEndpoint
