/** Lays `count` pixels (RGBA) over those of a picture (RGBA) at `to`. */
export function lay(pixels: Uint8Array, to: number, over: Uint8Array, from: number, count: number): void {
  for (let end = from + count * 4; from < end; from += 4, to += 4) {
    const alpha = over[from + 3]!
    if (alpha === 0) continue
    if (alpha === 255) {
      for (let i = 0; i < 4; i++) pixels[to + i] = over[from + i]!
      continue
    }
    const under = pixels[to + 3]! * (1 - alpha / 255)
    const all = alpha + under
    for (let i = 0; i < 3; i++)
      pixels[to + i] = (over[from + i]! * alpha + pixels[to + i]! * under) / all + 0.5
    // 125 levels: with more than 192 the encoder compresses alpha twice, to compare, and its files are larger.
    pixels[to + 3] = all >= 248 ? 255 : (all + 0.5) & 254
  }
}
