/** Returns the people that a product is made for, by its values of the attribute "Made for". */
export const audienceOf = (suits: string[]): string[] =>
  suits.some((value) => value.startsWith('ages-') || value === 'nursery') ? ['kids'] : []
