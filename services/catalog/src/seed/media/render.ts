import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { palette } from '../palette.ts'
import { compose } from './compose.ts'
import { dye, type Dyeable, dyeable } from './dye.ts'
import { pathOf, type Picture, widths } from './picture.ts'

const require = createRequire(import.meta.url)
const assets = join(dirname(require.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets')
const mediaCache = fileURLToPath(new URL('../../../../../.cache/media/', import.meta.url))

/** Returns the cache path of one width. */
export const fileOf = (path: string, width: number) => join(mediaCache, `${path}-${width}.webp`)

/** Renders a picture in every width unless cached. Returns whether it was rendered. */
export async function render(picture: Picture): Promise<boolean> {
  const path = pathOf(picture)
  if (widths.every((width) => existsSync(fileOf(path, width)))) return false
  const { original, width: side, material } = await objectOf(picture.emoji)
  const colour = palette[picture.colour]
  const pixels = 'dye' in colour && colour.dye ? dye(original, material(), colour.dye) : original
  await mkdir(dirname(fileOf(path, 0)), { recursive: true })
  await Promise.all(
    widths.map(async (width) => {
      const canvas = await compose(pixels, side, picture.look, width)
      const webp = await sharp(canvas, { raw: { width, height: width, channels: 4 } })
        .webp({ quality: 80, effort: 2 })
        .toBuffer()
      // Renamed into place, so that an interrupted run leaves no half file behind and two runs don't mix theirs.
      const file = fileOf(path, width)
      const part = `${file}.${process.pid}.part`
      await writeFile(part, webp)
      await rename(part, file)
    }),
  )
  return true
}

const objects = new Map<string, ReturnType<typeof readObject>>()

const kept = 8

// Some are kept, since an object is rendered in several colours and looks one after the other.
function objectOf(emoji: string): ReturnType<typeof readObject> {
  const object = objects.get(emoji) ?? readObject(emoji)
  objects.set(emoji, object)
  for (const oldest of [...objects.keys()].slice(0, -kept)) objects.delete(oldest)
  return object
}

async function readObject(emoji: string) {
  const { data, info } = await sharp(join(assets, `${emoji}.webp`))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let material: Dyeable | undefined
  return { original: data, width: info.width, material: () => (material ??= dyeable(data)) }
}
