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

export interface Component {
  value: number
  vector: Float64Array
}

/** Steps of Lanczos' method: in `few` a first component that stands out is exact, and one of noise to about four digits. */
export const steps = { few: 40, many: 150 }

/** The first two components of a scatter matrix, the strongest first, by Lanczos' method with every vector kept orthogonal; the largest entry of each is positive. */
export function principalComponents(scatter: Float64Array, columns: number, mostSteps: number): Component[] {
  const { basis, diagonal, beside } = lanczos(scatter, columns, mostSteps)
  const small = Matrix.zeros(basis.length, basis.length)
  for (const [i, entry] of diagonal.entries()) small.set(i, i, entry)
  for (const [i, entry] of beside.entries()) small.set(i, i + 1, entry).set(i + 1, i, entry)
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, { assumeSymmetric: true })
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0))
  return order.slice(0, 2).map((at) => {
    const vector = new Float64Array(columns)
    for (const [i, direction] of basis.entries()) addTo(vector, direction, eigenvectorMatrix.get(i, at))
    return { value: realEigenvalues[at] ?? 0, vector: upright(vector) }
  })
}

/** An orthonormal basis in which the matrix has three diagonals. */
function lanczos(matrix: Float64Array, columns: number, mostSteps: number) {
  const random = seededRandom('lanczos')
  const basis: Float64Array[] = []
  const [diagonal, beside]: [number[], number[]] = [[], []]
  let next: Float64Array = Float64Array.from({ length: columns }, () => random() - 0.5)
  for (let step = 0; step < Math.min(mostSteps, columns); step++) {
    const length = Math.sqrt(dot(next, next))
    if (step > 0 && length <= 1e-10 * (1 + (diagonal[0] ?? 0))) break
    if (step > 0) beside.push(length)
    const direction = next.map((entry) => entry / length)
    basis.push(direction)
    next = product(matrix, direction)
    diagonal.push(dot(next, direction))
    for (const before of basis) addTo(next, before, 0 - dot(next, before))
  }
  return { basis, diagonal, beside }
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const columns = vector.length
  const result = new Float64Array(columns)
  for (let a = 0; a < columns; a++) {
    let sum = 0
    for (let b = 0; b < columns; b++) sum += (matrix[a * columns + b] as number) * (vector[b] as number)
    result[a] = sum
  }
  return result
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
