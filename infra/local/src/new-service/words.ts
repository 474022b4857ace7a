import { wordsOf } from '@mallhive/release-kit/new/templates'

/** Returns the spellings of a service's name in templates and lists. */
export function serviceWords(name: string) {
  const words = wordsOf(name)
  const camel = words.Name[0]?.toLowerCase() + words.Name.slice(1)
  return { ...words, camel, schema: name.replaceAll('-', '_'), package: contractsPackage(name) }
}

/** Returns the protobuf package below `mallhive`: `gift-cards` → `giftcards`. */
export const contractsPackage = (name: string): string => name.replaceAll('-', '')

/** Returns the variable with the address of a service: `gift-cards` → `GIFT_CARDS_URL`. */
export const urlVariable = (name: string): string => `${name.toUpperCase().replaceAll('-', '_')}_URL`
