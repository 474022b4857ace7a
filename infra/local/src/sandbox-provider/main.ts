import { showCertificate } from '@mallhive/process-kit/mutual-tls'

import { configSchema } from './config.ts'
import { openNetwork } from './network.ts'
import { buildServer } from './server.ts'
import { openStore } from './store.ts'
import { startWebhooks } from './webhooks.ts'

// Runs the card network in a separate process, so that its state survives crashes of the services.
const env = configSchema.parse(process.env)
showCertificate(process.env)

const store = openStore(env.STATE_DIR)
const webhooks = startWebhooks(store, {
  url: env.WEBHOOK_URL,
  secret: env.WEBHOOK_SECRET[0],
  delayMs: env.WEBHOOK_DELAY_MS,
})
let origin = ''
const network = openNetwork(store, webhooks, () => origin)
const app = buildServer({
  store,
  network,
  secrets: env.WEBHOOK_SECRET,
  returnOrigins: [env.PUBLIC_ORIGIN, env.PREVIEW_ORIGIN].flatMap((url) => (url ? new URL(url).origin : [])),
  latencyMs: env.LATENCY_MS,
})
const listening = await app.listen({ host: env.HOST, port: env.PORT })
origin = env.PUBLIC_URL ?? listening
console.log(JSON.stringify({ listening }))

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    webhooks[Symbol.dispose]()
    app.server.closeAllConnections()
    void app.close().then(() => store[Symbol.dispose]())
  })
