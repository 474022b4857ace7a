import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { baseEnv } from '../base-env.ts'
import { freePort } from '../free-port.ts'
import { startChild } from '../child-process.ts'
import { privateDir } from '../private-dir.ts'
import { type Engine, type EngineOptions, mostSilentMs } from './engine.ts'

export type MailEngine = Engine & { inboxUrl: string; webPort: number }

/**
 * Starts an SMTP server that delivers nothing and shows all mail in a web inbox at `inboxUrl`. After a crash it reuses the
 * ports of `before`.
 */
export async function openMail(
  { stateDir, logDir, port, silentForMs = mostSilentMs }: EngineOptions,
  before?: Pick<MailEngine, 'webPort'>,
): Promise<MailEngine> {
  const mailDir = privateDir(join(stateDir, 'mail'))
  const smtpPort = await freePort(port)
  const webPort = await freePort(before?.webPort)
  const inboxUrl = `http://localhost:${webPort}`
  const part = await startChild({
    name: 'mail',
    command: process.execPath,
    args: [fileURLToPath(new URL('mail-main.ts', import.meta.url))],
    env: { ...baseEnv(), SMTP_PORT: `${smtpPort}`, WEB_PORT: `${webPort}`, MAIL_DIR: mailDir },
    logFile: join(logDir, 'mail.log'),
    silentForMs,
    ready: async () => (await fetch(`http://127.0.0.1:${webPort}/healthz`)).status < 500,
  })
  return { url: `smtp://127.0.0.1:${smtpPort}`, port: smtpPort, webPort, part, inboxUrl }
}
