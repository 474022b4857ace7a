/** Where things lie in the bucket. The path below the bucket is the path that the edge serves. */
export const releasesPrefix = 'mfe/'

export const releasePrefix = (name: string, version: string): string => `mfe/${name}/${version}/`

/** Written last: a release without it does not exist. */
export const descriptorKey = (name: string, version: string): string =>
  `${releasePrefix(name, version)}release.json`

export const pointerKey = (name: string): string => `mfe/${name}/live.json`
