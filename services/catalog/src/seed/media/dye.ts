import type { Dye } from '../palette.ts'
import { evenShares } from './even-shares.ts'
import { belongs, mainMaterial } from './material.ts'
import { labOf, writeRgb } from './oklab.ts'

/** The colours of a picture (OKLab), the lightness of its main material, and the share of each pixel that is of it. */
export interface Dyeable {
  lab: Float32Array
  lightness: number
  shares: Float32Array
}

/**
 * Returns what a dye colours in a picture (RGBA): the hue (or the grey) that covers most of it. Laces, handles and labels of
 * other hues stay as they are.
 */
export function dyeable(pixels: Uint8Array): Dyeable {
  const lab = labOf(pixels)
  const main = mainMaterial(pixels, lab)
  const shares = new Float32Array(pixels.length / 4)
  for (let i = 0; i < shares.length; i++) {
    if (pixels[i * 4 + 3]) shares[i] = belongs(lab[i * 3]!, lab[i * 3 + 1]!, lab[i * 3 + 2]!, main)
  }
  return { lab, lightness: main.lightness, shares: evenShares(shares, lab) }
}

/** Returns a dyed copy of a picture (RGBA), with its light and shade. */
export function dye(original: Uint8Array, { lab, lightness, shares }: Dyeable, { l, c, h }: Dye): Uint8Array {
  const pixels = new Uint8Array(original)
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const contrast = l > 0.85 || l < 0.35 ? 0.7 : 0.9
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i]!
    if (share === 0) continue
    const pl = lab[i * 3]!
    const pa = lab[i * 3 + 1]!
    const pb = lab[i * 3 + 2]!
    const lit = lightOf(l, (pl - lightness) * contrast)
    // Deep shade and bright highlights get less chroma.
    const deep = Math.min(1, 1.9 * Math.min(lit, 1.12 - lit))
    writeRgb(
      pixels,
      i * 4,
      pl + (lit - pl) * share,
      pa + (deep * a - pa) * share,
      pb + (deep * b - pb) * share,
    )
  }
  return pixels
}

// Lightness relative to the dye, never quite white or black: clipping would turn soft shading into spots.
function lightOf(l: number, apart: number): number {
  const room = apart > 0 ? 0.99 - l : l - 0.06
  return l + Math.sign(apart) * room * (1 - Math.exp(-Math.abs(apart) / room))
}
