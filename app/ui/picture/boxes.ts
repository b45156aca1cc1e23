/** A node as satori takes it: React's shape without React. */
export interface Box {
  type: string
  props: {
    style: Record<string, string | number>
    children?: Box[] | string
    src?: string
    width?: number
    height?: number
  }
}

export const pictureWidth = 1200
export const pictureHeight = 630

/** The light side of ui/tokens.css: pictures are dark on paper everywhere. */
export const colours = {
  ink: '#221e18',
  soft: '#5f564a',
  rule: '#ddd4c3',
  paper: '#fbf8f1',
  accent: '#0a5a75',
  raised: '#fffdf8',
}
export const hues = ['#b3470c', '#0072b2', '#117733', '#882255', '#5b3fa0', '#7a6200', '#00706b', '#55595e']

export const box = (style: Box['props']['style'], children?: Box['props']['children']): Box => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
})

/** An SVG as a part of a picture. */
export const drawn = (svg: string, width: number, height: number): Box => ({
  type: 'img',
  props: { style: {}, src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, width, height },
})

/** The sheet that every picture is, with where it is from at its foot. */
export function sheet(parts: Box[], from: string): Box {
  const style = { flexDirection: 'column', width: '100%', height: '100%', padding: '48px 64px 36px' }
  return box({ ...style, background: colours.paper }, [...parts, foot(from)])
}

function foot(from: string): Box {
  const style = { justifyContent: 'space-between', alignItems: 'center', paddingTop: 18 }
  return box({ ...style, borderTop: `2px solid ${colours.rule}` }, [
    box({ color: colours.soft, fontSize: 24, whiteSpace: 'nowrap', overflow: 'hidden', maxWidth: 900 }, from),
    box({ color: colours.accent, fontSize: 28, fontWeight: 600 }, 'Parallax'),
  ])
}
