/** What covers most of a picture: greys of a lightness, or a hue. `colour` is its share of the chroma that its lightness allows. */
export type Material = { grey: boolean; hue: number; lightness: number; colour: number }

const greyBelow = 0.045
const bins = 24

/** Returns the material that covers most of a picture (RGBA), whose colours are `lab`. */
export function mainMaterial(pixels: Uint8Array, lab: Float32Array): Material {
  const greys: number[] = []
  const hues: { light: number; colour: number }[][] = Array.from({ length: bins }, () => [])
  for (let i = 0; i < pixels.length / 4; i += 4) {
    if (pixels[i * 4 + 3]! < 128) continue
    const [l = 0, a = 0, b = 0] = lab.subarray(i * 3, i * 3 + 3)
    const chroma = Math.hypot(a, b)
    if (chroma < greyBelow) greys.push(l)
    else
      hues[Math.floor(((Math.atan2(b, a) / (2 * Math.PI) + 1) % 1) * bins) % bins]!.push({
        light: l,
        colour: chroma / roomFor(l),
      })
  }
  const around = (bin: number) => [-2, -1, 0, 1, 2].flatMap((d) => hues[(bin + d + bins) % bins]!)
  const sizes = hues.map((_, bin) => around(bin).length)
  const best = sizes.indexOf(Math.max(...sizes))
  if (greys.length > sizes[best]!) return { grey: true, hue: 0, lightness: median(greys), colour: 0 }
  const material = around(best)
  return {
    grey: false,
    hue: ((best + 0.5) / bins) * 2 * Math.PI,
    lightness: median(material.map(({ light }) => light)),
    colour: median(material.map(({ colour }) => colour)),
  }
}

/** Returns 1 where a pixel is of the material, 0 where it is not, and shares in between so that no edge shows. */
export function belongs(l: number, a: number, b: number, main: Material): number {
  const chroma = Math.hypot(a, b)
  // Lightness separates a grey cup from the black coffee in it.
  if (main.grey) {
    const mostChroma = isLilacLight(l, a, b) ? 0.2 : 0.11
    return ramp(mostChroma - chroma, 0.03) * ramp(0.4 - Math.abs(l - main.lightness), 0.1)
  }
  const turn = Math.abs(Math.atan2(b, a) - main.hue) % (2 * Math.PI)
  const apart = Math.min(turn, 2 * Math.PI - turn)
  // The threshold for colourless depends on the material: the glaze of a lilac cup has less chroma than the label on a red tin.
  const pale = Math.min(0.015, main.colour * 0.12)
  return ramp(1.15 - apart, 0.35) * ramp(chroma / roomFor(l) - pale, 2 * pale)
}

// Returns the share of chroma possible at a lightness: little near white and black.
const roomFor = (l: number) => Math.max(0.15, Math.min(1, 2.2 * Math.min(l, 1.06 - l)))

const median = (values: number[]) => values.toSorted((x, y) => x - y)[values.length >> 1] ?? 0.5

// The pictures are lit from below in lilac, which white things reflect.
const isLilacLight = (l: number, a: number, b: number) => l > 0.6 && Math.abs(Math.atan2(b, a) + 0.98) < 0.6

const ramp = (x: number, width: number) => Math.max(0, Math.min(1, x / width))
