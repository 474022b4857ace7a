/**
 * Returns the name of the expose with messages of a locale: `messages-de` with those of the release, `messages-account-menu-de`
 * with those of one expose only.
 */
export const catalogExpose = (locale: string, expose?: string): string =>
  expose === undefined ? `messages-${locale}` : `messages-${expose}-${locale}`

/** Whether an expose is a catalogue of messages, not a page or a fragment. */
export const isCatalogExpose = (expose: string): boolean => expose.startsWith('messages-')
