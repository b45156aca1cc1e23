import { counted } from '#app/ui/plain.tsx'
import { Wide } from '#app/ui/wide.tsx'
import { mapPath } from '../neighbourhood/neighbourhood-section.tsx'
import { type Group, nodeKey, nodePath } from '../node.ts'
import { layOut, layOutNarrow, lineHeight, type MapLayout, type Placed, wordsStart } from './map-layout.ts'
import { type MapNode, mostDrawn, type TwoSteps } from './two-steps.ts'

const marks: Record<Group, string> = {
  ...{ paper: '▤', thinker: '◉', framework: '▦', method: '⚙', concept: '●', artifact: '◆', quote: '❝', question: '?' },
  ...{ claim: '◐', framing: '◈', label: '▲', collection: '☰' },
}

/** What is around a node, two steps far, with a table that says the same. */
export function DrawnMap({ map }: { map: TwoSteps }) {
  const [center] = map.nodes as [MapNode]
  return (
    <>
      <p className="soft small">{leftOut(map)}</p>
      <Wide label={`The map around ${center.name}`}>
        <Drawing {...layOut(map)} shape="broad" of={center.name} />
        <Drawing {...layOutNarrow(map)} shape="narrow" of={center.name} />
      </Wide>
      <p className="meta map-key">
        {[...new Set(map.nodes.map(({ group }) => group))].map((group) => (
          <span key={group}>
            {marks[group]} {group}
          </span>
        ))}
        <span>dashed: other relations among what is drawn</span>
      </p>
      <p className="meta">
        <span>The whole graph:</span>
        <a href="/map/nodes.csv">nodes.csv</a>
        <a href="/map/edges.csv">edges.csv</a>
        <a href="/map/graph.jsonld">JSON-LD</a>
      </p>
      <MapTable map={map} />
    </>
  )
}

function Drawing({ width, height, nodes, lines, shape, of }: MapLayout & { shape: string; of: string }) {
  return (
    <svg className={`node-map ${shape}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{`What relates to ${of}, and what relates to that`}</title>
      <g className="map-lines">
        {lines
          .toSorted((a, b) => Number(a.isBranch) - Number(b.isBranch))
          .map(({ link, path, isBranch }) => (
            <path key={link.id} d={path} className={isBranch ? 'branch' : 'cross'} />
          ))}
      </g>
      {nodes.map((one) => (
        <Box key={nodeKey(one.node)} {...one} />
      ))}
    </svg>
  )
}

function Box({ node, lines, x, y, width, height }: Placed) {
  const first = y + 4.5 - ((lines.length - 1) * lineHeight) / 2
  return (
    <a href={node.step === 0 ? nodePath(node) : mapPath(node)} className={`map-node step-${node.step}`}>
      <title>{`${node.name}: ${node.group}, ${counted(node.edges, 'relation')}`}</title>
      <rect x={x} y={y - height / 2} width={width} height={height} rx={4} />
      <text x={x + 8} y={first} className="mark">
        {marks[node.group]}
      </text>
      <text>
        {lines.map((line, n) => (
          <tspan key={line} x={x + wordsStart} y={first + n * lineHeight}>
            {`${line} `}
          </tspan>
        ))}
      </text>
    </a>
  )
}

/** How much there is, and how much of it is drawn. */
function leftOut({ nodes, near, further }: TwoSteps): string {
  const drawn = (step: number) => nodes.filter((node) => node.step === step).length
  const [one, two] = [drawn(1), drawn(2)]
  const said = `${one} of ${counted(near, 'neighbour')} and ${two} of ${further.toLocaleString('en')} further nodes behind them are drawn`
  const left = near - one + (further - two)
  if (left === 0) return `${said}: all that there is, two steps far.`
  return `${said}, those with most relations first; ${left.toLocaleString('en')} are left out, since a map of more than ${mostDrawn} cannot be read.`
}

function MapTable({ map: { nodes, links } }: { map: TwoSteps }) {
  const byKey = new Map(nodes.map((node) => [nodeKey(node), node]))
  return (
    <details>
      <summary>The same as a table: {counted(links.length, 'relation')}</summary>
      <Wide label="The relations that are drawn">
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Relation</th>
              <th scope="col">To</th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ id, from, to, reads }) => (
              <tr key={id}>
                <td>
                  <NodeLink node={byKey.get(from)} />
                </td>
                <td>
                  <a href={`/relations/${id}`}>{reads}</a>
                </td>
                <td>
                  <NodeLink node={byKey.get(to)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}

const NodeLink = ({ node }: { node: MapNode | undefined }) => (node ? <a href={nodePath(node)}>{node.name}</a> : null)
