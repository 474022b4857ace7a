/**
 * What every process that this machine's launcher starts gets of the launcher's own environment. Node needs no PATH and no
 * HOME: parts start nothing by name and keep nothing in a home.
 */
export function baseEnv(): Record<string, string> {
  return taken([
    // Where temporary files go, when not in /tmp.
    'TMPDIR',
    // Certificates of a proxy that replaces those of the outside.
    'NODE_EXTRA_CA_CERTS',
  ])
}

/** The same for compilers and other tools that are started by name. */
export const toolEnv = (): Record<string, string> => ({ ...baseEnv(), ...taken(['PATH', 'HOME']) })

function taken(names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
