import type { Dye } from '../palette.ts'
import { evenShares } from './even-shares.ts'
import { belongs, mainMaterial, type Material } from './material.ts'
import { labOf, rgbOf } from './oklab.ts'

/**
 * Dyes the main material of a picture, in place. The material is the hue (or the grey) that covers most of it; laces,
 * handles and labels of other hues stay as they are, light and shade too. `pixels` is RGBA.
 */
export function dye(pixels: Uint8Array, { l, c, h }: Dye): void {
  const main = mainMaterial(pixels)
  const weights = weightsOf(pixels, main)
  const radians = (h * Math.PI) / 180
  const contrast = l > 0.85 || l < 0.35 ? 0.7 : 0.9
  for (let i = 0; i < pixels.length; i += 4) {
    const weight = weights[i / 4]!
    if (weight === 0) continue
    const [pl, pa, pb] = labOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!)
    const lit = lightOf(l, (pl - main.lightness) * contrast)
    // Deep shade and bright highlights get less chroma.
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

// Lightness relative to the dye, never quite white or black: clipping would turn soft shading into spots.
function lightOf(l: number, apart: number): number {
  const room = apart > 0 ? 0.99 - l : l - 0.06
  return l + Math.sign(apart) * room * (1 - Math.exp(-Math.abs(apart) / room))
}

// The share of each pixel that is dyed.
function weightsOf(pixels: Uint8Array, main: Material): Float32Array {
  // Transparent pixels are like no colour.
  const colours = new Float32Array((pixels.length / 4) * 3).fill(9)
  const weights = new Float32Array(pixels.length / 4)
  for (let i = 0; i < weights.length; i++) {
    if (!pixels[i * 4 + 3]) continue
    const [l, a, b] = labOf(pixels[i * 4]!, pixels[i * 4 + 1]!, pixels[i * 4 + 2]!)
    colours.set([l, a, b], i * 3)
    weights[i] = belongs(l, a, b, main)
  }
  return evenShares(weights, colours)
}
