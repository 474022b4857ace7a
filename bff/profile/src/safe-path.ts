const anyOrigin = 'http://mall.invalid'

/** A path on this site to go on to. What would lead elsewhere, or is none, becomes `otherwise`. */
export function safePath(asked: string | undefined, otherwise = '/account'): string {
  if (!asked?.startsWith('/') || asked.length > 2_000) return otherwise
  const url = URL.canParse(asked, anyOrigin) ? new URL(asked, anyOrigin) : undefined
  if (url?.origin !== anyOrigin) return otherwise
  // Put together from what the parser understood, so that nobody can read it differently.
  const path = `${url.pathname}${url.search}${url.hash}`
  return path.startsWith('//') ? otherwise : path
}
