/**
 * Packages that the shell shares with every remote, and the version range that remotes require; a release's descriptor
 * repeats it.
 */
export const sharedPackages = {
  react: '^19.0.0',
  'react/jsx-runtime': '^19.0.0',
  'react-dom': '^19.0.0',
  '@tanstack/react-query': '^5.0.0',
  '@mallhive/mfe-kit': '^1.0.0',
}
