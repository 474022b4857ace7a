import { lay } from './lay.ts'

/** Casts a soft shadow, darkest in its centre, on a square picture (RGBA). */
export function castShadow(
  pixels: Uint8Array,
  side: number,
  { x, y, rx, ry }: { x: number; y: number; rx: number; ry: number },
): void {
  const shadow = Uint8Array.of(0x2b, 0x1a, 0x08, 0)
  for (let row = Math.floor(y - ry); row < y + ry; row++) {
    for (let column = Math.floor(x - rx); column < x + rx; column++) {
      const dx = (column + 0.5 - x) / rx
      const dy = (row + 0.5 - y) / ry
      shadow[3] = 255 * darkness(Math.sqrt(dx * dx + dy * dy)) + 0.5
      lay(pixels, (row * side + column) * 4, shadow, 0, 1)
    }
  }
}

const darkness = (away: number) =>
  away < 0.55 ? 0.34 - (0.2 * away) / 0.55 : Math.max(0, (0.14 * (1 - away)) / 0.45)
