const clothingSizes = ['xs', 's', 'm', 'l', 'xl', 'xxl']

/** Returns a size as a number comparable within its facet: `1 l` is more than `600 ml`, `3 × 100 g` more than `250 g`. */
export function extentOf(label: string): number {
  const known = clothingSizes.indexOf(label.toLowerCase())
  if (known >= 0) return known - clothingSizes.length
  const thousands = / (l|kg)$/.test(label) ? 1000 : 1
  const numbers = label.split('×').map((factor) => Number.parseFloat(factor))
  const amount = numbers.reduce((product, number) => product * number, thousands)
  return Number.isNaN(amount) ? Number.MAX_SAFE_INTEGER : amount
}
