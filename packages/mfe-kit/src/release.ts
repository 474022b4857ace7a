/**
 * The data that a host needs to load an immutable release. release-kit's descriptor conforms to it; the host depends on
 * nothing else. File paths are relative to `base`, so a descriptor names no origin and cannot leave its prefix.
 */
export interface RemoteRelease {
  /** Federation container name, unique per version: `cart_1_5_0`. */
  id: string
  /** The micro frontend: `cart`. */
  name: string
  version: string
  /** Public prefix of every file, with both slashes: `/mfe/cart/1.5.0/`. */
  base: string
  /** Browser container, an ES module: `web/remoteEntry.js`. */
  web: string
  /** Server container, one self-contained CommonJS file: `ssr/remoteEntry.js`. */
  ssr: string
  /** Expose (`cart-page`) → the files of its first paint. Lazy chunks are only in `integrity`. */
  exposes: Record<string, ExposeAssets>
  /** Path → `sha384-…` for every file of the release (browser, server and BFF). */
  integrity: Record<string, string>
  /** Page routes it owns, pattern → expose: `{ '/p/:slug': 'product-page' }`. */
  routes: Record<string, string>
  /** Redirects, old pattern → route pattern: `{ '/product/:slug': '/p/:slug' }`. */
  redirects: Record<string, string>
  /** Fragments of other teams that it renders: `cart/add-to-cart`. */
  consumes: string[]
}

export interface ExposeAssets {
  js: string[]
  css: string[]
}

/**
 * Returns the federation container name of a version: letters, digits and underscores only, because it becomes a
 * global's name.
 */
export function releaseId(name: string, version: string): string {
  return `${name}_${version}`.replaceAll(/\W/g, '_')
}

/**
 * Returns the public prefix of a release's files. The shell proxies a dev server's build, which is not in the bucket.
 */
export function releaseBase(name: string, version: string): string {
  const dev = devBuild(version)
  return dev ? `/_mall/dev/${dev.port}/${dev.hash}/` : `/mfe/${name}/${version}/`
}

/** One build of a team's dev server: the server's port, and a hash of the build. */
export interface DevBuild {
  port: number
  hash: string
}

/** Returns the version of a dev server's build, which contains its port and hash. */
export function devVersion({ port, hash }: DevBuild): string {
  return `0.0.0-dev.${port}.${hash}`
}

/** Parses a dev server's version; undefined for every version that may be published. */
export function devBuild(version: string): DevBuild | undefined {
  const [, port, hash] = /^0\.0\.0-dev\.(\d{4,5})\.([\da-z]{6,64})$/.exec(version) ?? []
  return port && hash && Number(port) >= 1024 && Number(port) <= 65_535
    ? { port: Number(port), hash }
    : undefined
}

/** Returns the public path of one file of a release. */
export function fileUrl(release: Pick<RemoteRelease, 'base'>, path: string): string {
  return release.base + path
}

/**
 * Splits `cart/add-to-cart` into `['cart', 'add-to-cart']`. Throws on anything else: a typo must not look like a
 * missing team.
 */
export function splitExpose(name: string): [mfe: string, expose: string] {
  const [mfe, expose, rest] = name.split('/')
  if (!mfe || !expose || rest !== undefined) throw new Error(`"${name}" is not <micro frontend>/<expose>`)
  return [mfe, expose]
}
