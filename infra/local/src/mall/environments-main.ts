import { text } from 'node:stream/consumers'

import { freePort } from '../free-port.ts'
import { openDatabases } from './databases.ts'
import { givenEnv, teamEnv } from './environment.ts'
import { partEnv } from './part-env.ts'
import { partKeysOf } from './part-keys.ts'
import type { Reload, Reloaded } from './reload.ts'
import { secretsOf } from './secrets.ts'
import { isReleaseHost, mainOf, services, together } from './services.ts'

// Prints the parts of the services' process as the sources now list them. The launcher has loaded an older list.
const {
  stateDir,
  processes,
  engines: opened,
  at: before,
  env,
}: Reload = JSON.parse(await text(process.stdin))

const secrets = secretsOf(stateDir)
const engines = {
  ...opened,
  secrets,
  partKeys: partKeysOf(stateDir),
  databaseUrls: await openDatabases(opened.postgres.url, secrets),
}
const at = { ...before, services: { ...before.services } }
for (const name of services)
  at.services[name] ??= processes ? `http://127.0.0.1:${await freePort()}` : before.bff
const parts = together.map((name) => ({
  name,
  main: mainOf(name),
  url: isReleaseHost(name) ? at.bff : at.services[name],
  env: partEnv(name, { ...givenEnv(engines, at, name), ...env }),
}))
const reloaded: Reloaded = { at, parts, team: teamEnv(engines, at) }
console.log(JSON.stringify(reloaded))
