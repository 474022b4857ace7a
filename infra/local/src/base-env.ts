/**
 * Returns the variables of the launcher's environment that every part inherits. PATH and HOME are left out: parts start no
 * programs by name and store nothing in a home directory.
 */
export function baseEnv(): Record<string, string> {
  return taken([
    'TMPDIR',
    // Root certificates of a TLS-intercepting proxy.
    'NODE_EXTRA_CA_CERTS',
  ])
}

/** Returns the same with PATH and HOME, for compilers and other tools that are started by name. */
export const toolEnv = (): Record<string, string> => ({ ...baseEnv(), ...taken(['PATH', 'HOME']) })

function taken(names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
