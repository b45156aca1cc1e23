import * as v from 'valibot'

/** The OpenAPI document, as it describes itself. */
export const OpenapiAnswer = v.looseObject({ openapi: v.string(), paths: v.looseObject({}) })
