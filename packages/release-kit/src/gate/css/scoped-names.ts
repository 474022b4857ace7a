/**
 * The class names, ids and animations that a release made its own: what CSS modules export, `"box": "box_MPPYHX"`. The
 * server bundle holds all of them as the loader wrote them.
 */
export function scopedNames(serverBundle: string): Set<string> {
  const names = new Set<string>()
  for (const [, local = '', value = ''] of serverBundle.matchAll(/"([^"\n]+)": ?[`"]([^`"\n]+)[`"]/g)) {
    // More than one where a class is composed of others.
    for (const name of value.split(' '))
      if (name.startsWith(`${local}_`) || /_[\w-]{6}$/.test(name)) names.add(name)
  }
  return names
}

export const isScoped = (name: string, names: Set<string>): boolean => names.has(name.replaceAll('\\', ''))
