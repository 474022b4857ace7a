import { defaultLocale, type Locale, localeEntry } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import { localeOfText } from './locale-of-text.ts'
import type { ProductRecord, TranslationRecord } from './record.ts'

/** The shop's translation of a product, and the mall's of its attributes and options. */
export type TranslationRow = {
  /** Null without a translation by the shop. */
  own: Omit<TranslationRecord, 'locale'> | null
  /** Labels of names. */
  names: Record<string, string> | null
  /** Labels of values; `text` is the shop's own one. */
  values: { name: string; text: string; label: string }[] | null
}

/**
 * Returns a column with the translation of `catalog.products p`: null in the default language, in which its texts are, and in a
 * pseudo-locale, which has none.
 */
export const translationOf = (locale: Locale): SQL =>
  locale === defaultLocale || localeEntry(locale).pseudo
    ? sql`null::json`
    : sql`(
        select json_build_object(
          'own', (
            select json_build_object('title', t.title, 'description', t.description, 'options', t.options,
              'attributes', t.attributes, 'alts', t.alts)
            from catalog.product_translations t where t.product_id = p.id and t.locale = ${locale}),
          'names', (
            select json_object_agg(a.name, a.label) from catalog.attribute_translations a
            where a.locale = ${locale} and a.name in (select name from catalog.facets_of(p))),
          'values', (
            select json_agg(json_build_object('name', f.name, 'text', f.label, 'label', v.label))
            from catalog.facets_of(p) f
            join catalog.value_translations v on v.name = f.name and v.value = f.value and v.locale = ${locale})))`

/**
 * Returns a product with its texts in a language, and the languages of its texts. The mall's label of an
 * attribute or option comes before the shop's, the shop's label of a value before the mall's; own texts stand in for all others.
 */
export function translate<P extends Translatable>(product: P, locale: Locale): P & { locale: Locale } {
  const { own, names, values } = product.translation ?? untranslated
  const labelOf = (name: string) => names?.[name]
  const valueOf = (name: string, text: string) =>
    values?.find((each) => each.name === name && each.text === text)?.label
  const localeOf = (translated: string | undefined, text: string) =>
    translated === undefined ? localeOfText(text) : locale
  const pictureOf = <I extends { path: string; alt: string } | null>(image: I): I =>
    own && image ? { ...image, alt: own.alts[image.path] ?? own.title } : image
  return {
    ...product,
    locale: own ? locale : defaultLocale,
    title: own?.title ?? product.title,
    description: own?.description ?? product.description,
    options: product.options.map((option) => {
      const texts = own?.options.find(({ name }) => name === option.name)
      const label = labelOf(option.name) ?? texts?.label
      return {
        ...option,
        label: label ?? option.label,
        locale: localeOf(label, option.label),
        values: option.values.map((each) => {
          const translated =
            texts?.values.find(({ value }) => value === each.value)?.label ?? valueOf(option.name, each.label)
          return { ...each, label: translated ?? each.label, locale: localeOf(translated, each.label) }
        }),
      }
    }),
    attributes: product.attributes.map(({ name, label, value }) => {
      const texts = own?.attributes.find((each) => each.name === name)
      const ownLabel = labelOf(name) ?? texts?.label
      const ownValue = texts?.value ?? valueOf(name, value)
      return {
        name,
        label: ownLabel ?? label,
        labelLocale: localeOf(ownLabel, label),
        value: ownValue ?? value,
        valueLocale: localeOf(ownValue, value),
      }
    }),
    images: product.images.map(pictureOf),
    variants: product.variants.map((variant) => ({ ...variant, image: pictureOf(variant.image) })),
  }
}

const untranslated: TranslationRow = { own: null, names: null, values: null }

type Texts = Pick<ProductRecord, 'title' | 'description' | 'options' | 'attributes' | 'images' | 'variants'>
type Translatable = Texts & { translation: TranslationRow | null }
