import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { Handover } from './accepts.ts'

type Pass = Descriptor['passes'][number]

/** What a pass meets at a release; undefined where it meets nothing: no such fragment, or one without a loader. */
export function handover({ fragment, props, to }: Pass, release: Descriptor): Handover | undefined {
  const taken = release.fragments[fragment.slice(release.name.length + 1)]
  const takes = to === 'loader' ? taken?.loaderProps : taken?.props
  // A loader reads what it needs of what the fragment is given; a component that is given more was misspelt.
  return takes === undefined ? undefined : { given: props, takes, closed: to !== 'loader' }
}

export function exposeOf({ fragment }: Pick<Pass, 'fragment'>): string {
  return fragment.slice(fragment.indexOf('/') + 1)
}
