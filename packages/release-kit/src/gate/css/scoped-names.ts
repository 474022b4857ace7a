/**
 * Returns a release's scoped class names, ids and animations, the exports of its CSS modules: `"box": "box_MPPYHX"`.
 * The server bundle contains all of them as the loader wrote them.
 */
export function scopedNames(serverBundle: string): Set<string> {
  const names = new Set<string>()
  for (const [, local = '', value = ''] of serverBundle.matchAll(/"([^"\n]+)": ?[`"]([^`"\n]+)[`"]/g)) {
    // Several names for a composed class.
    for (const name of value.split(' '))
      if (name.startsWith(`${local}_`) || /_[\w-]{6}$/.test(name)) names.add(name)
  }
  return names
}

/** Whether a class name or id, possibly escaped, is one of the scoped names. */
export const isScoped = (name: string, names: Set<string>): boolean => names.has(name.replaceAll('\\', ''))
