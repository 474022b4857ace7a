import { defaultLocale } from '@mallhive/contracts/locales'
import type { AssignedRelease, ExposedModule, Shell, ShellInternals } from '../shell-context.ts'
import { catalogExpose } from './catalog-expose.ts'
import type { Catalog } from './compiled-message.ts'

/**
 * Returns the catalogue with an expose's messages of a locale, else of the default one: its own catalogue if it has one, else
 * that of the release, which loaders use in any case. Undefined for a release without messages.
 */
export function catalogFor(
  { exposes }: Pick<AssignedRelease, 'exposes'>,
  lang: string,
  expose?: string,
): string | undefined {
  const own = expose === undefined ? [] : [catalogExpose(lang, expose), catalogExpose(defaultLocale, expose)]
  const shared = [catalogExpose(lang), catalogExpose(defaultLocale)]
  return [...own, ...shared].find((name) => Object.hasOwn(exposes, name))
}

/** Returns the catalogue with an expose's messages if it came with the document. */
export function sentCatalog(
  { catalogs, lang }: Pick<Shell & ShellInternals, 'catalogs' | 'lang'>,
  release: AssignedRelease,
  expose: string,
): Catalog | undefined {
  const catalog = catalogFor(release, lang, expose)
  return catalog === undefined ? undefined : catalogs?.[sentName(release, catalog)]
}

/** Returns the name of a catalogue in a document's data: `cart/messages-mini-cart-de`. */
export const sentName = ({ name }: Pick<AssignedRelease, 'name'>, catalog: string): string =>
  `${name}/${catalog}`

/** Returns the files with an expose's messages of a locale. */
export function catalogFiles(release: AssignedRelease, lang: string, expose: string): string[] {
  const catalog = catalogFor(release, lang, expose)
  return catalog === undefined ? [] : (release.exposes[catalog]?.js ?? [])
}

/** Loads the messages of an expose, or of loaders, as an expose is loaded; undefined for a release without messages. */
export function loadCatalog(
  load: ShellInternals['load'],
  release: AssignedRelease,
  lang: string,
  expose?: string,
): Promise<ExposedModule> | undefined {
  const catalog = catalogFor(release, lang, expose)
  return catalog === undefined ? undefined : load(release, catalog)
}

/** Returns the catalogue that a loaded module exports. @throws Error for a module of another kind */
export function catalogOf({ default: exported }: { default: unknown }): Catalog {
  if (isCatalog(exported)) return exported
  throw new Error('The release exposes something else as its messages.')
}

function isCatalog(exported: unknown): exported is Catalog {
  return typeof exported === 'object' && exported !== null && 'messages' in exported && 'locale' in exported
}
