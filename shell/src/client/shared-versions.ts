import { version as react } from 'react'

/** The packages that remotes take from the shell, and the versions that they meet. */
export const sharedVersions = {
  react,
  'react/jsx-runtime': react,
  'react-dom': react,
  '@tanstack/react-query': '5.108.0',
  '@mallhive/mfe-kit': '1.0.0',
}
