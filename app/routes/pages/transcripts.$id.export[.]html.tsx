import { LabellingChip } from '#app/features/labels/label-chip.tsx'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { markSignOf } from '#app/features/labels/reading/disputes.ts'
import { exportedPage, type SlotsOf } from '#app/features/transcripts/export/export-page.server.tsx'
import { findTranscriptFacts } from '#app/features/transcripts/transcripts.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, env, member, params }) => {
  const { title } = await findTranscriptFacts(db, params.id)
  const slotsOf: SlotsOf = async (ids) => {
    const labellings = await labellingsOf(db, ids, member)
    return {
      marginFor: (id) =>
        labellings
          .get(id)
          ?.map((labelling) => (
            <LabellingChip key={labelling.labelId} labelling={labelling} href={`/excerpts/${id}`} />
          )),
      signOf: (id) => markSignOf(labellings.get(id) ?? []),
    }
  }
  const page = exportedPage(db, env.ORIGIN, params.id, slotsOf)
  return fileAnswer(page, { name: `${title}.html`, type: 'text/html; charset=utf-8' })
}, 'export')
