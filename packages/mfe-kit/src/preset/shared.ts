/** What the shell lends to every remote, and the range that remotes are written for; a release's descriptor repeats it. */
export const sharedPackages = {
  react: '^19.0.0',
  'react/jsx-runtime': '^19.0.0',
  'react-dom': '^19.0.0',
  '@tanstack/react-query': '^5.0.0',
  '@mallhive/mfe-kit': '^1.0.0',
}
