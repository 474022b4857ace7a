/** `cart@1.5.0`, as headers and pins write it. */
export function versionKey(name: string, version: string | undefined): string {
  return version === undefined ? name : `${name}@${version}`
}
