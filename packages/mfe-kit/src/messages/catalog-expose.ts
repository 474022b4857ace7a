/** Returns the name of the expose with a release's messages of a locale: `messages-de`. */
export const catalogExpose = (locale: string): string => `messages-${locale}`

/** Whether an expose is a catalogue of messages, not a page or a fragment. */
export const isCatalogExpose = (expose: string): boolean => expose.startsWith(catalogExpose(''))
