import { expect, test } from 'vitest'
import { dye, dyeable } from './dye.ts'
import { labOf } from './oklab.ts'

const side = 48

/** A grey picture whose red shade is grainy around the chroma up to which colours count as grey. */
function grainyGrey(): Uint8Array {
  const pixels = new Uint8Array(side * side * 4)
  for (let i = 0; i < side * side; i++) {
    const shaded = i % side >= side * 0.6
    const grain = ((i * 7919) % 7) * 2
    pixels.set(shaded ? [206 + grain, 158 - grain, 176 + grain / 2, 255] : [190, 190, 190, 255], i * 4)
  }
  return pixels
}

const inTeal = (pixels: Uint8Array) => dye(pixels, dyeable(pixels), { l: 0.6, c: 0.1, h: 195 })

const colourAt = (pixels: Uint8Array, i: number) => labOf(pixels.subarray(i * 4, i * 4 + 4))

test('grain of a shade beside the material’s threshold makes no speckles', () => {
  const pixels = inTeal(grainyGrey())
  const shades = Array.from({ length: side * side }, (_, i) => i)
    .filter((i) => i % side > side * 0.75 && i % side < side - 1)
    .map((i) => Math.hypot(...colourAt(pixels, i).map((v, at) => v - colourAt(pixels, i + 1)[at]!)))
  expect(Math.max(...shades)).toBeLessThan(0.03)
})

test('the lilac light from below belongs to a grey material', () => {
  const original = new Uint8Array(side * side * 4)
  for (let i = 0; i < side * side; i++)
    original.set(i > side * side * 0.8 ? [190, 145, 235, 255] : [225, 225, 225, 255], i * 4)
  const pixels = inTeal(original)
  expect(colourAt(pixels, side * side - 1)[1]).toBeLessThan(-0.05)
})

test('a part of another colour stays as it is, with a sharp edge', () => {
  const original = new Uint8Array(side * side * 4)
  for (let i = 0; i < side * side; i++)
    original.set(i % side < 8 ? [220, 40, 40, 255] : [190, 190, 190, 255], i * 4)
  const pixels = inTeal(original)
  expect(pixels.slice(7 * 4, 7 * 4 + 4)).toEqual(Uint8Array.of(220, 40, 40, 255))
  expect(colourAt(pixels, 8)[1]).toBeLessThan(-0.05)
})
