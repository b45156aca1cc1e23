import * as v from 'valibot'

export const format = 'parallax-export'
export const formatVersion = 1

const FileSaid = v.object({ lines: v.pipe(v.number(), v.integer(), v.minValue(0)), sha256: v.string() })

/** What an export says of itself, in `manifest.json`. */
export const Manifest = v.object({
  format: v.literal(format),
  version: v.literal(formatVersion),
  /** Where the site was, and when. */
  origin: v.string(),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** The slug of a collection, of which alone this is. */
  collection: v.nullable(v.string()),
  /** By path in the folder. */
  files: v.record(v.string(), FileSaid),
})

export type Manifest = v.InferOutput<typeof Manifest>

export const dataFile = (name: string) => `data/${name}.jsonl`
export const csvFile = (name: string) => `csv/${name}.csv`
export const pictureFile = (id: string) => `pictures/${id}.webp`
export const annotationsFile = 'annotations.jsonl'
export const unfinishedFile = 'UNFINISHED'
