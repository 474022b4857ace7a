import type { ImageRecord, ProductRecord, TranslationRecord } from '../../product/record.ts'
import type { SeedTranslation } from './read-translations.ts'

/** Returns a product with its translations; the labels of its options and attributes are the mall's. */
export const translateRecord = (record: ProductRecord, translations: SeedTranslation[]): ProductRecord => ({
  ...record,
  translations: translations.flatMap((translation) => translationOf(record, translation) ?? []),
})

function translationOf(
  { slug, title, options, images }: ProductRecord,
  { locale, products, attributes }: SeedTranslation,
): TranslationRecord | undefined {
  const texts = products[slug]
  if (!texts) return undefined
  const colours = options.find(({ name }) => name === 'colour')?.values ?? []
  const altOf = ({ path, alt }: ImageRecord): [string, string][] => {
    const label = colours.find((colour) => alt === `${title}, ${colour.label.toLowerCase()}`)?.label
    return label ? [[path, `${texts.title}, ${attributes.values['colour']?.[label] ?? label}`]] : []
  }
  return { locale, ...texts, options: [], attributes: [], alts: Object.fromEntries(images.flatMap(altOf)) }
}
