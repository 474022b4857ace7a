/** Returns `cart@1.5.0`, the notation of headers and pins. */
export function versionKey(name: string, version: string | undefined): string {
  return version === undefined ? name : `${name}@${version}`
}
