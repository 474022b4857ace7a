/** Returns the path of a page with its query, to return to after signing in. */
export function hereOf(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(given).toString()
  return query ? `${path}?${query}` : path
}
