// Types of the preset's imports of files that are not code. In a tsconfig.json: "types": ["@mallhive/mfe-kit/assets"].

/** The compiled messages of the default locale. */
declare module '*/en.json?locale=en' {
  import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
  const catalog: Catalog
  export default catalog
}

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

/** Pictures and fonts: their URL, which contains a hash of their content. */
declare module '*.svg' {
  const url: string
  export default url
}
declare module '*.png' {
  const url: string
  export default url
}
declare module '*.webp' {
  const url: string
  export default url
}
declare module '*.avif' {
  const url: string
  export default url
}
declare module '*.woff2' {
  const url: string
  export default url
}
