import { AgreementNote, type AgreementRow, AgreementTable } from './agreement-table.tsx'
import type { LabelReadings } from './label-agreement.server.ts'
import { MachineTable, OwnReading } from './machine-table.tsx'

/** How far readers of one label agree, among themselves and with classifiers. */
export function LabelAgreementSection({ readings }: { readings: LabelReadings }) {
  const { everywhere, collections, confusions, own } = readings
  if (!everywhere && confusions.length === 0) return null
  const rows: AgreementRow[] = collections.map(({ id, title, agreement }) => ({
    ...{ name: title, href: `/collections/${id}`, agreement },
  }))
  if (everywhere) rows.unshift({ name: 'Everywhere', href: null, agreement: everywhere })
  return (
    <section id="agreement" aria-labelledby="agreement-heading">
      <h2 id="agreement-heading">How far readers agree</h2>
      {rows.length > 0 ? (
        <>
          <AgreementTable caption="Agreement on this label" head="Where" rows={rows} />
          <AgreementNote />
        </>
      ) : null}
      {own ? <OwnReading own={own} /> : null}
      {confusions.map((confusion) => (
        <MachineTable key={confusion.classifier} confusion={confusion} />
      ))}
    </section>
  )
}
