const anyOrigin = 'http://mall.invalid'
/** Longest path that is followed. */
export const longestPath = 2_000

/**
 * Returns a path of this mall as the URL parser reads it (path, query and hash), or undefined for everything that a browser
 * could follow to another origin. Every redirect target that a request names passes through here.
 * https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 */
export function ownPath(claimed: string | undefined): string | undefined {
  if (!claimed?.startsWith('/') || claimed.length > longestPath || !URL.canParse(claimed, anyOrigin))
    return undefined
  const { origin, pathname, search, hash } = new URL(claimed, anyOrigin)
  // The URL parser drops tabs and line breaks; a proxy may decode `/%09//evil.example` to a path of another host.
  if (/\p{Cc}/u.test(claimed) || /%([01][\da-f]|7f)/i.test(pathname)) return undefined
  // `/.//evil.example` parses to the path `//evil.example`, which a Location header reads as another host; a proxy may
  // decode `/%2f` to the same.
  if (origin !== anyOrigin || /^\/(\/|\\|%2f|%5c)/i.test(pathname)) return undefined
  return pathname + search + hash
}

/**
 * Returns the path of the page that a form was posted from, or undefined for another origin's page or none. `publicOrigin` is
 * the mall's own: `https://mall.example`.
 */
export function refererPath(referer: string | null | undefined, publicOrigin: string): string | undefined {
  if (!referer || !URL.canParse(referer)) return undefined
  const url = new URL(referer)
  // The `flash` of an earlier refusal must not be shown again.
  // Deleting writes the whole query anew, so only where there is one.
  if (url.searchParams.has('flash')) url.searchParams.delete('flash')
  return url.origin === publicOrigin ? ownPath(url.pathname + url.search) : undefined
}
