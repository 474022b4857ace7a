import { createBrowserHost } from '@mallhive/mfe-kit/host/browser-host'
import { hasNavigated } from './navigation-state.ts'
import { sharedModules } from './shared-modules.ts'

/** The federation host of this document. */
export const host = createBrowserHost({ shared: sharedModules, mayFail: hasNavigated })
