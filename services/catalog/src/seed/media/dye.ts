import type { Dye } from '../palette.ts'
import { labOf, rgbOf } from './oklab.ts'

/**
 * Dyes the main material of a picture, in place. The material is the hue (or the grey) that covers most of it; laces,
 * handles and labels of other hues stay as they are, light and shade too. `pixels` is RGBA.
 */
export function dye(pixels: Uint8Array, { l, c, h }: Dye): void {
  const main = mainMaterial(pixels)
  const radians = (h * Math.PI) / 180
  const contrast = l > 0.85 || l < 0.35 ? 0.7 : 0.9
  for (let i = 0; i < pixels.length; i += 4) {
    if (!pixels[i + 3]) continue
    const [pl, pa, pb] = labOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!)
    const weight = belongs(pl, pa, pb, main)
    if (weight === 0) continue
    const lit = Math.max(0.08, Math.min(0.985, l + (pl - main.lightness) * contrast))
    // Deep shade and bright highlights carry less colour, as paint does.
    const chroma = c * Math.min(1, 1.9 * Math.min(lit, 1.12 - lit))
    const [r, g, b] = rgbOf([
      pl + (lit - pl) * weight,
      pa + (chroma * Math.cos(radians) - pa) * weight,
      pb + (chroma * Math.sin(radians) - pb) * weight,
    ])
    pixels[i] = r
    pixels[i + 1] = g
    pixels[i + 2] = b
  }
}

type Material = { grey: boolean; hue: number; lightness: number }

const greyBelow = 0.045
const bins = 24

function mainMaterial(pixels: Uint8Array): Material {
  const weights = new Float64Array(bins)
  const lights = new Float64Array(bins)
  let grey = 0
  let greyLight = 0
  for (let i = 0; i < pixels.length; i += 16) {
    if (pixels[i + 3]! < 128) continue
    const [l, a, b] = labOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!)
    const chroma = Math.hypot(a, b)
    if (chroma < greyBelow) {
      grey += 1
      greyLight += l
    } else {
      const bin = Math.floor(((Math.atan2(b, a) / (2 * Math.PI) + 1) % 1) * bins) % bins
      weights[bin]! += 1
      lights[bin]! += l
    }
  }
  const around = (values: Float64Array, bin: number) =>
    [-2, -1, 0, 1, 2].reduce((sum, d) => sum + values[(bin + d + bins) % bins]!, 0)
  let best = 0
  for (let bin = 1; bin < bins; bin++) if (around(weights, bin) > around(weights, best)) best = bin
  if (grey > around(weights, best)) return { grey: true, hue: 0, lightness: greyLight / grey }
  const lightness = around(lights, best) / Math.max(1, around(weights, best))
  return { grey: false, hue: ((best + 0.5) / bins) * 2 * Math.PI, lightness }
}

// 1 where a pixel is of the material, 0 where it is not, soft in between so that no edge shows.
function belongs(l: number, a: number, b: number, main: Material): number {
  const chroma = Math.hypot(a, b)
  // A grey cup is one thing, the black coffee in it another.
  if (main.grey) return ramp(0.11 - chroma, 0.03) * ramp(0.4 - Math.abs(l - main.lightness), 0.1)
  const turn = Math.abs(Math.atan2(b, a) - main.hue) % (2 * Math.PI)
  const apart = Math.min(turn, 2 * Math.PI - turn)
  return ramp(1.15 - apart, 0.35) * ramp(chroma - 0.015, 0.03)
}

const ramp = (x: number, width: number) => Math.max(0, Math.min(1, x / width))
