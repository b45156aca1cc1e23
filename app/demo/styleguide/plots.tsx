import { CampsSection } from '#app/features/opinions/camps-page/camps-section.tsx'
import { PlotFiles } from '#app/ui/plots/plot-files.tsx'
import { PlotAxis, PlotLanes, PlotTable, plotCaption, StandpointPlot } from '#app/ui/plots/standpoint-plot.tsx'
import { Part } from './part.tsx'
import { camps, claim, rows } from './sample.ts'

/** What numbers are drawn as: each with its table, its files and how it is made. */
export function Plots() {
  return (
    <Part id="plots" title="Plots" says="The further a line leans, the more it is the standpoint that divides.">
      <div className="plot-head">
        <PlotAxis />
      </div>
      {rows.map((row) => (
        <div key={row.id} className="voting-row">
          <div className={`row-head hue-${row.hue}`}>
            <h3>{row.name}</h3>
          </div>
          <div className="plot-and-lanes">
            <StandpointPlot row={row} />
            <PlotLanes row={row} />
          </div>
        </div>
      ))}
      <PlotTable rows={rows} caption={plotCaption} />
      <PlotFiles of="the sample" at="/claims/sample/tally" about="tally" />
      <CampsSection
        claim={claim}
        own={camps}
        elsewhere={{ status: 'computing', computedAt: null, ballots: 0, camps: [], consensus: [], checks: [] }}
      />
    </Part>
  )
}
