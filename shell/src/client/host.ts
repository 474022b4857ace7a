import * as kit from '@mallhive/mfe-kit'
import { createBrowserHost } from '@mallhive/mfe-kit/host/browser-host'
import type { MallHost } from '@mallhive/mfe-kit/host/create-host'
import { createServerHost } from '@mallhive/mfe-kit/host/server-host'
import * as React from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import * as ReactDOM from 'react-dom'
import { shellProcess } from '../server/shell-process.ts'
import { hasNavigated } from './navigation-state.ts'
import * as query from './shared-query.ts'
import { sharedVersions } from './shared-versions.ts'

/** The packages that the shell shares with remotes; the same list as in the kit's webpack preset. */
const shared = {
  react: { version: sharedVersions.react, module: React },
  'react/jsx-runtime': { version: sharedVersions['react/jsx-runtime'], module: jsxRuntime },
  'react-dom': { version: sharedVersions['react-dom'], module: ReactDOM },
  '@tanstack/react-query': { version: sharedVersions['@tanstack/react-query'], module: query },
  '@mallhive/mfe-kit': { version: sharedVersions['@mallhive/mfe-kit'], module: kit },
}

/** The federation host: one per document, on the server one per process although Next may evaluate this module repeatedly. */
export const host: MallHost = typeof window === 'undefined' ? serverHost() : browserHost()

function serverHost(): MallHost {
  const shell = shellProcess()
  shell.host ??= createServerHost({ shared, container: (id) => shell.containers.get(id) })
  return shell.host
}

function browserHost(): MallHost {
  return createBrowserHost({ shared, mayFail: hasNavigated })
}
