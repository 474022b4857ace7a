import sharp from 'sharp'
import { castShadow } from './cast-shadow.ts'
import { lay } from './lay.ts'

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

/** Places a picture (RGBA, square) on a transparent ground of a side, with a soft contact shadow under each piece. */
export async function compose(
  pixels: Uint8Array,
  width: number,
  look: Look,
  side: number,
): Promise<Uint8Array> {
  const pieces = await Promise.all(
    (looks[look] as Place[]).map((place) => pieceOf(pixels, width, place, side)),
  )
  const ground = new Uint8Array(side * side * 4)
  for (const { piece, size, x, y } of pieces) {
    castShadow(ground, side, { x: x + size / 2, y: y + size * 0.965, rx: size * 0.36, ry: size * 0.055 })
    for (let row = 0; row < size; row++) lay(ground, ((y + row) * side + x) * 4, piece, row * size * 4, size)
  }
  return ground
}

async function pieceOf(pixels: Uint8Array, width: number, place: Place, side: number) {
  const size = Math.round(side * place.size)
  let source = sharp(pixels, { raw: { width, height: width, channels: 4 } }).flop(place.flip ?? false)
  if (place.turn) {
    const { data, info } = await source
      .rotate(place.turn, { background: '#0000' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    source = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
  }
  const piece = await source.resize(size, size, { kernel: 'lanczos3' }).raw().toBuffer()
  return { piece, size, x: Math.round(side * place.x - size / 2), y: Math.round(side * place.y - size / 2) }
}
