import * as kit from '@mallhive/mfe-kit'
import type { SharedModules } from '@mallhive/mfe-kit/host/container'
import React from 'react'
import jsxRuntime from 'react/jsx-runtime'
import ReactDOM from 'react-dom'
import * as query from './shared-query.ts'
import { sharedVersions } from './shared-versions.ts'

/** The packages that the shell shares with remotes; the same list as in the kit's webpack preset. */
export const sharedModules: SharedModules = {
  react: { version: sharedVersions.react, module: React },
  'react/jsx-runtime': { version: sharedVersions['react/jsx-runtime'], module: jsxRuntime },
  'react-dom': { version: sharedVersions['react-dom'], module: ReactDOM },
  '@tanstack/react-query': { version: sharedVersions['@tanstack/react-query'], module: query },
  '@mallhive/mfe-kit': { version: sharedVersions['@mallhive/mfe-kit'], module: kit },
}
