const provided = (requiredVersion: string) => ({ singleton: true, import: false as const, requiredVersion })

/** What the shell provides to every remote. `import: false` leaves it out of the bundle: there is no second React to fall back on. */
export const sharedPackages = {
  react: provided('^19.0.0'),
  'react/jsx-runtime': provided('^19.0.0'),
  'react-dom': provided('^19.0.0'),
  '@tanstack/react-query': provided('^5.0.0'),
  '@mallhive/mfe-kit': provided('^1.0.0'),
}
