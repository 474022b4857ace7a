import type { ImageRecord } from '../product/record.ts'
import type { Hall, Shelf } from './catalogue/halls.ts'
import { idOf } from './ids.ts'
import { toRecord } from './to-record.ts'

/** Returns the halls and their shelves as rows, each with the picture of its first product. */
export function categoriesOf(halls: Hall[]) {
  return halls.flatMap((hall, top) => [
    row(hall, null, top, hall.shelves[0]),
    ...hall.shelves.map((shelf, index) =>
      row(shelf, idOf(`category ${hall.slug}`), (top + 1) * 100 + index, shelf),
    ),
  ])
}

function row(of: Omit<Hall, 'shelves'>, parentId: string | null, position: number, shelf: Shelf | undefined) {
  const { slug, name, description, hue } = of
  return {
    id: idOf(`category ${slug}`),
    slug,
    name,
    description,
    tintHue: hue,
    parentId,
    position,
    image: pictureOf(shelf),
  }
}

function pictureOf(shelf: Shelf | undefined): ImageRecord {
  const [first] = shelf?.products ?? []
  const image = shelf && first && toRecord(first, shelf.slug, 0).images[0]
  if (!image) throw new Error(`the shelf "${shelf?.slug}" is empty`)
  return image
}
