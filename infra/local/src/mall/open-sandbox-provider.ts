import { fileURLToPath } from 'node:url'

import { mostSilentMs } from '../engines/engine.ts'
import { type NodeHost, openNode } from './node-part.ts'

type SandboxProvider = { url: string; env: () => NodeJS.ProcessEnv; silentForMs?: number }

/** Starts the card network. It is restarted when it does not answer for a while, as an engine is. */
export const openSandboxProvider = (
  host: NodeHost,
  { url, env, silentForMs = mostSilentMs }: SandboxProvider,
) =>
  openNode(host, {
    name: 'sandbox-provider',
    main: fileURLToPath(new URL('../sandbox-provider/main.ts', import.meta.url)),
    url,
    env,
    silentForMs,
  })
