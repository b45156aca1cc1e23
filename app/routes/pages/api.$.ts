import { noEndpoint } from '#app/http/refusals.server.ts'

/** Under /api, beside the versions that there are: a problem like theirs, not a page. */
export const loader = noEndpoint
export const action = noEndpoint
