import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'

const categories = z.record(z.string(), z.object({ name: z.string(), description: z.string() }))
const attributes = z.object({
  /** By the name of an attribute or option. */
  names: z.record(z.string(), z.string()),
  /** By that name, then by the value's English label. */
  values: z.record(z.string(), z.record(z.string(), z.string())),
})
const products = z.record(z.string(), z.object({ title: z.string(), description: z.string() }))

/** The texts of the seed in one language; categories and products by slug. */
export interface SeedTranslation {
  locale: string
  categories: z.infer<typeof categories>
  attributes: z.infer<typeof attributes>
  products: z.infer<typeof products>
}

/** Reads the translations: each folder beside this file is a language. */
export async function readTranslations(): Promise<SeedTranslation[]> {
  const entries = await readdir(new URL('.', import.meta.url), { withFileTypes: true })
  const locales = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    locales.map(async (locale) => ({
      locale,
      categories: categories.parse(await jsonOf(`${locale}/categories.json`)),
      attributes: attributes.parse(await jsonOf(`${locale}/attributes.json`)),
      products: products.parse(await jsonOf(`${locale}/products.json`)),
    })),
  )
}

const jsonOf = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'))
