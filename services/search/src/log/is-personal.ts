/** Longer texts are pasted, and may hold anything. */
const maxLength = 100
/** Of most phone, card, order and account numbers. Article numbers and years are shorter. */
const longNumber = 7

const gap = String.raw`[\s().\-/–]{0,3}`
/** Article numbers or years: `75192 10294`. */
const twoNumbers = String.raw`(?<!\+)[1-9]\d{3,4}\s[1-9]\d{3,4}(?!${gap}\p{Nd})`
/** What else may stand behind a type and looks like a postcode: `ps5 1tb`, `m8 2er pack`. */
const unit = '(?:er|[gt]b)'
const streets = 'street|st|road|rd|avenue|ave|lane|terrace|crescent|boulevard|blvd|close'
const ruelike = 'rue|avenue|boulevard|quai|allée|chemin|calle|carrer|rua|piazza|plaza'

const patterns = [
  /@|[([{]\s*at\s*[)\]}]/u,
  /\bat\b.*\b(?:dot|punkt)\b/u,
  /\b(?:https?:\/\/|www\.)/u,
  // Web addresses: `example.com/orders/1`, `example.com`.
  /[\p{L}\d]\.\p{L}{2,}\//u,
  /[\p{L}\d]\.(?:com|de|net|org|eu|io|example|co\.uk)\b/u,
  // Digits as people write numbers: `+49 30 1234-567`, `4111 1111 1111 1111`.
  new RegExp(String.raw`(?<!\p{Nd}${gap})(?!${twoNumbers})(?:\p{Nd}${gap}){${longNumber},}`, 'u'),
  // The mall's order numbers: `MH-7K2F9QRS`, `mh 7k2f-9qrs`.
  /\bmh[\s#-]*(?:[\da-z][\s-]?){8}(?![\da-z])/u,
  // IBAN: `DE89 3704 0044 …`.
  /\b[a-z]{2}\d{2}(?:\s?[\da-z]{4}){2,}/u,
  // A street with its number: `Hauptstraße 12`, `Berliner Str 5`, `Am Markt 5`, `221B Baker Street`, `rue de Rivoli 12`.
  /(?:straße|strasse|straat|str\.?|\p{L}(?:weg|platz|allee|gasse|damm|ufer)|\s(?:weg|platz|allee|gasse|ufer))\s*\d/u,
  /^(?:am|im|zum|zur|(?:an|auf|in) der|unter den)\s(?:\p{L}+\s){1,2}\d{1,4}\s?[a-z]?$/u,
  new RegExp(String.raw`\b\d{1,5}\s?[a-z]?,?\s(?:\p{L}+\.?\s){1,3}(?:${streets})\b`, 'u'),
  new RegExp(String.raw`\b(?:${ruelike})\s(?:[\p{L}’'.-]+,?\s){1,4}\d`, 'u'),
  new RegExp(String.raw`\b\d{1,4}\s?(?:bis|ter|[a-z])?,?\s(?:${ruelike})\s\p{L}`, 'u'),
  new RegExp(String.raw`^(?:\p{L}[\p{L}’'.-]*\s){1,3}(?:${streets}),?\s\d{1,4}\s?[a-z]?$`, 'u'),
  // A postcode of four digits, which is neither a year nor a round number: `1010 Wien`, `8001 Zürich`.
  /^(?!19|20|\d\d00)[1-9]\d{3}\s\p{L}{4,}$/u,
  // A postcode: `10115 Berlin`, `60311 Frankfurt am Main`, `D-10115`, `SW1A 1AA`.
  /^\d{5}\s\p{L}{3,}(?:\s(?:am|an|bei|im|in|ob|vor)\b.*)?$/u,
  /\b(?:de?-\d{5}|(?:at?|ch|b|l|dk)-\d{4}\s\p{L}{3,})(?![\d])/u,
  new RegExp(String.raw`\b(?:[beglmnsw]|[a-z]{2})\d[\da-z]?\s?(?!\d${unit}\b)\d[abd-hjlnp-uw-z]{2}\b`, 'u'),
]

/** Whether a query may say who its shopper is: an e-mail or web address, a long number, an order number, a postal address. */
export function isPersonal(query: string): boolean {
  const text = query
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
  return text.length > maxLength || patterns.some((pattern) => pattern.test(text))
}
