import { z } from 'zod'
import { openNetwork } from './network.ts'
import { buildServer } from './server.ts'
import { openStore } from './store.ts'
import { startWebhooks } from './webhooks.ts'

// A card network in a process of its own, so that what it was told survives whatever happens to the mall.
const env = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().default(0),
    // The account's one secret: the merchant's API key, and the key that signs webhooks.
    WEBHOOK_SECRET: z.string().min(8),
    WEBHOOK_URL: z.url(),
    WEBHOOK_DELAY_MS: z.coerce.number().int().nonnegative().default(300),
    // Where browsers reach this process, when it is not where it listens.
    PUBLIC_URL: z.url().optional(),
    PUBLIC_ORIGIN: z.url().default('http://localhost:4000'),
    PREVIEW_ORIGIN: z.url().optional(),
    STATE_DIR: z.string().default('.mall/sandbox-provider'),
    LATENCY_MS: z.coerce.number().int().nonnegative().default(0),
  })
  .parse(process.env)

const store = openStore(env.STATE_DIR)
const webhooks = startWebhooks(store, {
  url: env.WEBHOOK_URL,
  secret: env.WEBHOOK_SECRET,
  delayMs: env.WEBHOOK_DELAY_MS,
})
let origin = ''
const network = openNetwork(store, webhooks, () => origin)
const app = buildServer({
  store,
  network,
  secret: env.WEBHOOK_SECRET,
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
