import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { seededRandom } from '#app/lib/statistics.ts'
import { missing, type VoteMatrix, votesOf } from './vote-matrix.ts'

/** Cells × members, column by column of the matrix, each centred on the mean of its votes; a missing vote is that mean, so 0. */
export interface Centred {
  rows: number
  columns: number
  values: Float64Array
}

export function centred({ members, cells, values }: VoteMatrix): Centred {
  const [rows, columns] = [members.length, cells.length]
  const from = new Float64Array(values.length)
  for (let column = 0; column < columns; column++) {
    let [sum, count] = [0, 0]
    for (let at = column; at < values.length; at += columns) {
      if (values[at] === missing) continue
      sum += values[at] as number
      count++
    }
    for (let row = 0; row < rows; row++) {
      const value = values[row * columns + column] as number
      if (value !== missing) from[column * rows + row] = value - sum / count
    }
  }
  return { rows, columns, values: from }
}

/** XᵀX, all of it. Two columns by two at a time, since most of the time of finding camps is spent here. */
export function scatterOf({ rows, columns, values }: Centred): Float64Array {
  const scatter = new Float64Array(columns * columns)
  const put = (a: number, b: number, sum: number) => {
    scatter[a * columns + b] = sum
    scatter[b * columns + a] = sum
  }
  const last = columns - 1
  for (let a = 0; a < columns; a += 2)
    for (let b = a; b < columns; b += 2) {
      const [a2, b2] = [Math.min(a + 1, last), Math.min(b + 1, last)]
      const [atA, atA2, atB, atB2] = [a * rows, a2 * rows, b * rows, b2 * rows]
      let [ab, ab2, a2b, a2b2] = [0, 0, 0, 0]
      for (let row = 0; row < rows; row++) {
        const x = values[atA + row] as number
        const x2 = values[atA2 + row] as number
        const y = values[atB + row] as number
        const y2 = values[atB2 + row] as number
        ab += x * y
        ab2 += x * y2
        a2b += x2 * y
        a2b2 += x2 * y2
      }
      put(a, b, ab)
      put(a, b2, ab2)
      put(a2, b, a2b)
      put(a2, b2, a2b2)
    }
  return scatter
}

/** What Lanczos' method asks of a matrix: its product with a vector. */
type Times = (vector: Float64Array) => Float64Array

/** Most steps of Lanczos' method, which ends where the first two components stand: to tell the first from chance, to place a sample, to place all. */
export const steps = { fewest: 12, few: 40, many: 150 }

/** XᵀX by a vector: made once where that is less work than passing through X and back at every step. */
export function timesScatter(x: Centred, mostSteps: number): Times {
  return x.columns > 4 * mostSteps ? timesThere(x) : timesWhole(scatterOf(x), x.columns)
}

function timesWhole(matrix: Float64Array, columns: number): Times {
  return (vector) => {
    const result = new Float64Array(columns)
    for (let a = 0; a < columns; a++) result[a] = dot(matrix.subarray(a * columns, (a + 1) * columns), vector)
    return result
  }
}

/** Xᵀ(Xv). Four columns at a time, since an addition would else wait for the one before. */
function timesThere({ rows, columns, values }: Centred): Times {
  const columnsFrom = (first: number) =>
    [0, 1, 2, 3].map((i) => Math.min(first + i, columns - 1) * rows) as [number, number, number, number]
  return (vector) => {
    const along = new Float64Array(rows)
    const result = new Float64Array(columns)
    for (let first = 0; first < columns; first += 4)
      addColumns(along, values, columnsFrom(first), vector.subarray(first, first + 4))
    for (let first = 0; first < columns; first += 4)
      result.set(dotColumns(along, values, columnsFrom(first)).subarray(0, columns - first), first)
    return result
  }
}

type Four = readonly [number, number, number, number]

function addColumns(along: Float64Array, values: Float64Array, [a, b, c, d]: Four, times: Float64Array) {
  const [ta = 0, tb = 0, tc = 0, td = 0] = times
  for (let row = 0; row < along.length; row++)
    along[row] =
      (along[row] as number) +
      ta * (values[a + row] as number) +
      tb * (values[b + row] as number) +
      tc * (values[c + row] as number) +
      td * (values[d + row] as number)
}

function dotColumns(along: Float64Array, values: Float64Array, [a, b, c, d]: Four): Float64Array {
  let [sa, sb, sc, sd] = [0, 0, 0, 0]
  for (let row = 0; row < along.length; row++) {
    const here = along[row] as number
    sa += here * (values[a + row] as number)
    sb += here * (values[b + row] as number)
    sc += here * (values[c + row] as number)
    sd += here * (values[d + row] as number)
  }
  return Float64Array.of(sa, sb, sc, sd)
}

export interface Component {
  value: number
  vector: Float64Array
}

const between = 5
const settled = 1e-9

/** The first two components of a symmetric matrix, the strongest first, by Lanczos' method with every vector kept orthogonal; the largest entry of each is positive. */
export function principalComponents(times: Times, columns: number, mostSteps: number): Component[] {
  const most = Math.min(mostSteps, columns)
  for (const found of lanczos(times, columns, most)) {
    const step = found.basis.length
    if (step % between !== 0 && step < most && !found.isWhole) continue
    const components = twoStrongest(found)
    const isSettled = components.every(
      ({ last }) => found.left * Math.abs(last) <= settled * (components[0]?.value ?? 0),
    )
    if (isSettled || step === most || found.isWhole)
      return components.map(({ value, along }) => ({ value, vector: upright(combined(found.basis, along, columns)) }))
  }
  return []
}

/** An orthonormal basis in which the matrix has three diagonals, as far as it is known. */
interface Tridiagonal {
  basis: readonly Float64Array[]
  diagonal: readonly number[]
  beside: readonly number[]
  /** How far the matrix leads out of the basis. */
  left: number
  isWhole: boolean
}

function* lanczos(times: Times, columns: number, mostSteps: number): Generator<Tridiagonal> {
  const random = seededRandom('lanczos')
  const basis: Float64Array[] = []
  const [diagonal, beside]: [number[], number[]] = [[], []]
  let next: Float64Array = Float64Array.from({ length: columns }, () => random() - 0.5)
  let left = Math.sqrt(dot(next, next))
  for (let step = 0; step < mostSteps; step++) {
    if (step > 0) beside.push(left)
    const direction = next.map((entry) => entry / left)
    basis.push(direction)
    next = times(direction)
    diagonal.push(dot(next, direction))
    for (const before of basis) addTo(next, before, 0 - dot(next, before))
    left = Math.sqrt(dot(next, next))
    const isWhole = left <= 1e-10 * (1 + (diagonal[0] ?? 0))
    yield { basis, diagonal, beside, left, isWhole }
    if (isWhole) return
  }
}

/** Of the small matrix: its two largest eigenvalues, with how their vectors go along the basis. */
function twoStrongest({ diagonal, beside }: Tridiagonal) {
  const size = diagonal.length
  const small = Matrix.zeros(size, size)
  for (const [i, entry] of diagonal.entries()) small.set(i, i, entry)
  for (const [i, entry] of beside.entries()) small.set(i, i + 1, entry).set(i + 1, i, entry)
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, { assumeSymmetric: true })
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0))
  return order.slice(0, 2).map((at) => {
    const along = eigenvectorMatrix.getColumn(at)
    return { value: realEigenvalues[at] ?? 0, along, last: along.at(-1) ?? 0 }
  })
}

function combined(basis: readonly Float64Array[], along: readonly number[], columns: number): Float64Array {
  const vector = new Float64Array(columns)
  for (const [i, direction] of basis.entries()) addTo(vector, direction, along[i] as number)
  return vector
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function addTo(vector: Float64Array, other: Float64Array, times: number) {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) + times * (other[i] as number)
}

function upright(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) + 1e-9 ? entry : most), 0)
  return largest < 0 ? vector.map((entry) => 0 - entry) : vector
}

export interface Point {
  x: number
  y: number
  /** How many members stand here. */
  weight: number
}

/** Where each member stands on the first two components, × √(cells / votes cast), so that who voted little is not drawn to the middle. */
export function placesOf(
  matrix: VoteMatrix,
  { rows, columns, values }: Centred,
  components: readonly Component[],
): Point[] {
  const [x, y] = [0, 1].map((i) => {
    const along = new Float64Array(rows)
    components[i]?.vector.forEach((loading, column) => {
      addTo(along, values.subarray(column * rows, (column + 1) * rows), loading)
    })
    return along
  })
  return matrix.members.map((_, member) => {
    const stretch = Math.sqrt(columns / Math.max(1, votesOf(matrix, member)))
    return { x: stretch * (x?.[member] as number), y: stretch * (y?.[member] as number), weight: 1 }
  })
}
