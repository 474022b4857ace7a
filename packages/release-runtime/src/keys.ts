/** Prefix of all releases and pointers. Their keys equal the paths that the edge serves. */
export const releasesPrefix = 'mfe/'

/** Prefix of a release's objects. */
export const releasePrefix = (name: string, version: string): string => `mfe/${name}/${version}/`

/** Lists the release's files with their hashes. */
export const descriptorKey = (name: string, version: string): string =>
  `${releasePrefix(name, version)}release.json`

/** Written after the descriptor: an unsigned release does not exist. */
export const signatureKey = (name: string, version: string): string =>
  `${releasePrefix(name, version)}release.sig`

/** Prefix of the marks of a micro frontend's releases. Outside of the prefix that the edge serves, because hosts write it. */
export const usedPrefix = (name: string): string => `used/${name}/`

/** Holds the time when a version that is not live was last requested. */
export const usedKey = (name: string, version: string): string => `${usedPrefix(name)}${version}.json`

/** The trust policy. Outside of the prefix that the edge serves. */
export const policyKey = 'trust.json'

/** The live pointer of a micro frontend. */
export const pointerKey = (name: string): string => `mfe/${name}/live.json`
