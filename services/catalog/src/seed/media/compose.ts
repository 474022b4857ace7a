import sharp from 'sharp'

// Arrangements of an object in its cell: alone, leaning, mirrored, as a pair, a trio, or small.
const looks = {
  single: [{ x: 0.5, y: 0.5, size: 0.72 }],
  close: [{ x: 0.5, y: 0.5, size: 0.84 }],
  lean: [{ x: 0.5, y: 0.5, size: 0.68, turn: -12 }],
  lean2: [{ x: 0.5, y: 0.5, size: 0.68, turn: 14 }],
  flip: [{ x: 0.5, y: 0.5, size: 0.72, flip: true }],
  small: [{ x: 0.5, y: 0.53, size: 0.54 }],
  pair: [
    { x: 0.37, y: 0.44, size: 0.5 },
    { x: 0.62, y: 0.58, size: 0.54, flip: true },
  ],
  twins: [
    { x: 0.3, y: 0.5, size: 0.5 },
    { x: 0.7, y: 0.5, size: 0.5 },
  ],
  trio: [
    { x: 0.5, y: 0.34, size: 0.42 },
    { x: 0.31, y: 0.63, size: 0.44, turn: -6 },
    { x: 0.69, y: 0.63, size: 0.44, turn: 6, flip: true },
  ],
  family: [
    { x: 0.33, y: 0.47, size: 0.58 },
    { x: 0.72, y: 0.62, size: 0.38 },
  ],
} satisfies Record<string, Place[]>

export type Look = keyof typeof looks
type Place = { x: number; y: number; size: number; turn?: number; flip?: boolean }

const side = 800

/** Places a picture (raw RGBA, square) on a transparent ground with a soft contact shadow under each piece. */
export async function compose(pixels: Uint8Array, width: number, look: Look): Promise<Buffer> {
  const layers = await Promise.all(looks[look].map((place) => layersOf(pixels, width, place)))
  return sharp({ create: { width: side, height: side, channels: 4, background: '#0000' } })
    .composite(layers.flat())
    .raw()
    .toBuffer()
}

async function layersOf(pixels: Uint8Array, width: number, { x, y, size, turn = 0, flip }: Place) {
  const target = Math.round(side * size)
  let source = sharp(pixels, { raw: { width, height: width, channels: 4 } })
  if (flip) source = source.flop()
  if (turn)
    source = sharp(await source.rotate(turn, { background: '#0000' }).png({ compressionLevel: 0 }).toBuffer())
  const { data, info } = await source
    .resize(target, target, { kernel: 'lanczos3', fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const left = Math.round(side * x - info.width / 2)
  const top = Math.round(side * y - info.height / 2)
  const rx = info.width * 0.36
  const ry = info.width * 0.055
  const shadow = `<svg width="${side}" height="${side}"><defs><radialGradient id="s"><stop offset="0" stop-color="#2b1a08" stop-opacity=".34"/><stop offset=".55" stop-color="#2b1a08" stop-opacity=".14"/><stop offset="1" stop-color="#2b1a08" stop-opacity="0"/></radialGradient></defs><ellipse cx="${side * x}" cy="${top + info.height * 0.965}" rx="${rx}" ry="${ry}" fill="url(#s)"/></svg>`
  return [
    { input: Buffer.from(shadow), left: 0, top: 0 },
    { input: data, raw: { width: info.width, height: info.height, channels: info.channels }, left, top },
  ]
}
