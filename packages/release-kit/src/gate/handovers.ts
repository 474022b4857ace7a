import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { Handover } from './accepts.ts'

type Pass = Descriptor['passes'][number]

/**
 * Returns the props that a fragment of a release takes for a pass; undefined for an unknown fragment, or one without a
 * loader.
 */
export function handover({ fragment, props, to }: Pass, release: Descriptor): Handover | undefined {
  const taken = release.fragments[fragment.slice(release.name.length + 1)]
  const takes = to === 'loader' ? taken?.loaderProps : taken?.props
  // Loaders may ignore props. For a component an unknown prop is probably a typo.
  return takes === undefined ? undefined : { given: props, takes, closed: to !== 'loader' }
}

/** Returns the expose in a fragment's name: `cart/add-to-cart` → `add-to-cart`. */
export function exposeOf({ fragment }: Pick<Pass, 'fragment'>): string {
  return fragment.slice(fragment.indexOf('/') + 1)
}
