import { version as react } from 'react'

/** Versions of the packages that the shell shares with remotes. */
export const sharedVersions = {
  react,
  'react/jsx-runtime': react,
  'react-dom': react,
  '@tanstack/react-query': '5.108.0',
  '@mallhive/mfe-kit': '1.0.0',
}
