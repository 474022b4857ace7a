/** Units of products: how many of the smallest of their kind they are, and their names. */
const kinds = [
  [
    { factor: 1, names: ['ml', 'millilitre', 'milliliter'] },
    { factor: 10, names: ['cl', 'centilitre', 'zentiliter'] },
    { factor: 1000, names: ['l', 'litre', 'litres', 'liter', 'liters'] },
  ],
  [
    { factor: 1, names: ['g', 'gram', 'grams', 'gramm'] },
    { factor: 1000, names: ['kg', 'kilo', 'kilogram', 'kilogramm'] },
  ],
  [
    { factor: 1, names: ['mm', 'millimetre', 'millimeter'] },
    { factor: 10, names: ['cm', 'centimetre', 'centimetres', 'centimeter', 'zentimeter'] },
    { factor: 1000, names: ['m', 'metre', 'metres', 'meter', 'meters'] },
  ],
]

export const unitNames: readonly string[] = kinds.flat().flatMap(({ names }) => names)

/** Returns the ways to write an amount: `500 ml`, `0.5 l`, `0.5 litre`. None when the word is no unit or the number is none. */
export function sameAmounts(number: string, unit: string): [value: string, unit: string][] {
  if (!/^\d+(\.\d+)?$/.test(number)) return []
  const kind = kinds.find((units) => units.some(({ names }) => names.includes(unit))) ?? []
  const typed = kind.find(({ names }) => names.includes(unit))
  return kind.flatMap(({ factor, names }) =>
    names.map((name): [string, string] => [decimal((Number(number) * typed!.factor) / factor), name]),
  )
}

const decimal = (value: number): string => String(Number(value.toFixed(4)))
