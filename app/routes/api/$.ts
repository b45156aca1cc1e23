import { noEndpoint } from '#app/http/api.server.ts'

export const loader = noEndpoint
export const action = noEndpoint
