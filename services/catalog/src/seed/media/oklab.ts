// Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab), for 8-bit sRGB.

const linearOf = Float64Array.from({ length: 256 }, (_, i) => {
  const v = i / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
})

const steps = 65_535
const byteOf = Uint8Array.from({ length: steps + 1 }, (_, i) => {
  const linear = i / steps
  return Math.round((linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055) * 255)
})

/** Returns L, a and b of each pixel (RGBA). Transparent pixels get 9, which is like no colour. */
export function labOf(pixels: ArrayLike<number>): Float32Array {
  const lab = new Float32Array((pixels.length / 4) * 3).fill(9)
  for (let i = 0, to = 0; i < pixels.length; i += 4, to += 3) {
    if (!pixels[i + 3]) continue
    const r = linearOf[pixels[i]!]!
    const g = linearOf[pixels[i + 1]!]!
    const b = linearOf[pixels[i + 2]!]!
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lab[to] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
    lab[to + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
    lab[to + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  }
  return lab
}

/** Writes the sRGB of a colour into a picture (RGBA) at `i`. */
export function writeRgb(pixels: Uint8Array, i: number, lightness: number, a: number, b: number): void {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  pixels[i] = toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  pixels[i + 1] = toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  pixels[i + 2] = toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
}

const toByte = (linear: number) => byteOf[Math.round(Math.max(0, Math.min(1, linear)) * steps)]!
