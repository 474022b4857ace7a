/** Longer texts are pasted, and may hold anything. */
const maxLength = 100
/** Of most phone, card, order and account numbers. Article numbers and years are shorter. */
const longNumber = 7

const patterns = [
  /@/u,
  /\b(?:https?:\/\/|www\.)/iu,
  // Digits as people write numbers: `+49 30 1234-567`, `4111 1111 1111 1111`.
  new RegExp(String.raw`(?:\p{Nd}[\s().\-/–]{0,3}){${longNumber},}`, 'u'),
  // The mall's order numbers: `MH-7K2F9QRS`, `mh 7k2f-9qrs`.
  /\bmh[\s#-]*(?:[\da-z][\s-]?){8}(?![\da-z])/iu,
  // IBAN: `DE89 3704 0044 …`.
  /\b[a-z]{2}\d{2}(?:\s?[\da-z]{4}){2,}/iu,
  // A street with its number, and a place with its postcode: `Hauptstraße 12`, `12 High Street`, `10115 Berlin`.
  /\p{L}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s*\d/iu,
  /\b\d{1,4}\s+\p{L}+\s+(?:street|st|road|rd|avenue|ave|lane)\b/iu,
  /^\s*\d{5}\s+\p{L}{3,}\s*$/u,
]

/** Whether a query may say who its shopper is: an e-mail or web address, a long number, an order number, a postal address. */
export function isPersonal(query: string): boolean {
  const text = query.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
  return text.length > maxLength || patterns.some((pattern) => pattern.test(text))
}
