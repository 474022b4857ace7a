import type { Draft } from './catalogue/draft.ts'
import { slugOf } from './ids.ts'

export type Axis = { name: string; label: string }

const size: Axis = { name: 'size', label: 'Size' }

const told: [RegExp, Axis][] = [
  [/\d m?l$/, { name: 'volume', label: 'Volume' }],
  [/\d k?g$/, { name: 'weight', label: 'Weight' }],
  [/\d cm$/, { name: 'measure', label: 'Size' }],
  [/\d (pieces|tins?)$/, { name: 'pack', label: 'Pack' }],
  [/^(3[5-9]|4[0-6])(–\d\d)?$/, { name: 'shoe-size', label: 'Shoe size' }],
]

/**
 * Returns the option that a product's sizes belong to, as written in the draft or derived from their format. Each axis is an
 * option of its own, so that no filter mixes litres with shirt sizes.
 */
export function axisOf({ axis, sizes = [] }: Pick<Draft, 'axis' | 'sizes'>): Axis {
  if (axis) return { name: slugOf(axis), label: axis }
  return told.find(([form]) => sizes.every((each) => form.test(each)))?.[1] ?? size
}
