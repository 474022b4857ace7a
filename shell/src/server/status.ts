import { localeEntry } from '@mallhive/contracts/locales'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'
import { sharedVersions } from '../client/shared-versions.ts'
import { slots } from '../slots.ts'
import { shellProcess } from './shell-process.ts'

/**
 * Returns the live releases of this process, refused ones with the reason, the packages that the shell shares, and the locales in
 * which releases must be whole.
 */
export function status(): RegistryStatus & { shell: object } {
  const { releases, config } = shellProcess()
  const locales = config.LOCALES.filter((locale) => !localeEntry(locale).draft)
  return { ...releases.status(), shell: { shared: sharedVersions, passes, locales } }
}

/** The fragments of the frame, which the shell renders on every page without props. */
const passes = Object.values(slots).flatMap((fragment) => [
  { fragment, props: '{}', at: 'shell/src/slots.ts' },
  { fragment, props: '{}', at: 'shell/src/slots.ts', to: 'loader' },
])
