/** Paths of the two font files, for preloading. Servers must serve `packages/design-system/fonts` at `/fonts`. */
export const fontFiles = [
  '/fonts/bricolage-grotesque-5.3.0.woff2',
  '/fonts/instrument-sans-5.3.0.woff2',
] as const
