// What the preset's bundles give for imports that are no code. In a tsconfig.json: "types": ["@mallhive/mfe-kit/assets"].

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

/** Pictures and fonts: their address, with a hash of their content in it. */
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
