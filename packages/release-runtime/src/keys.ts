/** Where things lie in the bucket. The path below the bucket is the path that the edge serves. */
export const releasesPrefix = 'mfe/'

export const releasePrefix = (name: string, version: string): string => `mfe/${name}/${version}/`

export const descriptorKey = (name: string, version: string): string =>
  `${releasePrefix(name, version)}release.json`

/** Written after the descriptor: a release exists when it is signed. */
export const signatureKey = (name: string, version: string): string =>
  `${releasePrefix(name, version)}release.sig`

/** When a version that is not live was last asked for. */
export const usedKey = (name: string, version: string): string => `${releasePrefix(name, version)}used.json`

/** Who may sign what. Outside of the prefix that the edge serves. */
export const policyKey = 'trust.json'

export const pointerKey = (name: string): string => `mfe/${name}/live.json`
