import { halls } from './catalogue/catalogue.ts'
import { pathOf, type Picture } from './media/picture.ts'
import { picturesOf } from './to-record.ts'

/** Returns the different pictures of the hand-written products, those of an object one after the other. */
export function wantedPictures(): Picture[] {
  const drafts = halls.flatMap((hall) => hall.shelves).flatMap(({ products }) => products)
  const different = new Map(drafts.flatMap(picturesOf).map((picture) => [pathOf(picture), picture]))
  return [...different.values()].toSorted((a, b) => a.emoji.localeCompare(b.emoji))
}
