import { defaultLocale } from '@mallhive/contracts/locales'
import type { AssignedRelease, ExposedModule, ShellInternals } from '../shell-context.ts'
import { catalogExpose } from './catalog-expose.ts'
import type { Catalog } from './compiled-message.ts'

/** Returns the expose with a release's messages of a locale, else of the default one; undefined for a release without messages. */
export function catalogFor({ exposes }: Pick<AssignedRelease, 'exposes'>, lang: string): string | undefined {
  return [lang, defaultLocale].map(catalogExpose).find((expose) => Object.hasOwn(exposes, expose))
}

/** Returns the files with a release's messages of a locale. */
export function catalogFiles(release: AssignedRelease, lang: string): string[] {
  const expose = catalogFor(release, lang)
  return expose === undefined ? [] : (release.exposes[expose]?.js ?? [])
}

/** Loads a release's messages of a locale, as an expose is loaded; undefined for a release without messages. */
export function loadCatalog(
  load: ShellInternals['load'],
  release: AssignedRelease,
  lang: string,
): Promise<ExposedModule> | undefined {
  const expose = catalogFor(release, lang)
  return expose === undefined ? undefined : load(release, expose)
}

/** Returns the catalogue that a loaded module exports. @throws Error for a module of another kind */
export function catalogOf({ default: exported }: { default: unknown }): Catalog {
  if (isCatalog(exported)) return exported
  throw new Error('The release exposes something else as its messages.')
}

function isCatalog(exported: unknown): exported is Catalog {
  return typeof exported === 'object' && exported !== null && 'messages' in exported && 'locale' in exported
}
