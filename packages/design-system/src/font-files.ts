/** Paths of the two font files, to preload them. `packages/design-system/fonts` must be served at `/fonts`. */
export const fontFiles = [
  '/fonts/bricolage-grotesque-5.3.0.woff2',
  '/fonts/instrument-sans-5.3.0.woff2',
] as const
