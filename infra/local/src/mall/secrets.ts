import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { type ServiceName, services } from './services.ts'

export type Secrets = {
  authSecret: string
  serviceKey: string
  webhookSecret: string
  databasePasswords: Record<ServiceName, string>
}

/** Random once, then kept with the state that they open. */
export function secretsOf(stateDir: string): Secrets {
  const file = join(stateDir, 'secrets.json')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(invent(), null, 1), { mode: 0o600 })
  }
  const kept: Secrets = JSON.parse(readFileSync(file, 'utf8'))
  if (services.every((name) => kept.databasePasswords[name])) return kept
  // A service that came after the state was made.
  const databasePasswords = { ...invent().databasePasswords, ...kept.databasePasswords }
  writeFileSync(file, JSON.stringify({ ...kept, databasePasswords }, null, 1), { mode: 0o600 })
  return { ...kept, databasePasswords }
}

function invent(): Secrets {
  const passwords = services.map((name) => [name, random()])
  return {
    authSecret: random(),
    serviceKey: random(),
    webhookSecret: random(),
    databasePasswords: Object.fromEntries(passwords),
  }
}

const random = () => randomBytes(24).toString('hex')
