import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSandboxNetwork, sandboxSecret } from '../testing.ts'
import { providerContract } from './contract.ts'
import { openSandbox } from './sandbox.ts'

providerContract(async () => {
  const network = await openSandboxNetwork()
  const provider = openSandbox({ url: network.url, secrets: [sandboxSecret], timeoutMs: 500 })
  return {
    provider,
    cards: {
      good: await network.card('4242424242424242'),
      declined: await network.card('4000000000000002'),
      challenged: await network.card('4000002500003155'),
      answerLost: await network.card('4000000000000119'),
    },
    answer: (url, answer) => network.answer(url, answer),
    charges: async (id) => (await network.dump())[id]?.captures.length ?? 0,
    async [Symbol.asyncDispose]() {
      await provider[Symbol.asyncDispose]()
      await network[Symbol.asyncDispose]()
    },
  }
})

test('a webhook that is forged, altered or old is refused', async () => {
  await using provider = openSandbox({
    url: 'http://127.0.0.1:9',
    secrets: ['the-next-secret', sandboxSecret],
    timeoutMs: 500,
  })
  const data = {
    reference: crypto.randomUUID(),
    status: 'captured',
    decline_code: null,
    next_action_url: null,
  }
  const body = JSON.stringify({ id: 'evt_1', data })
  const read = (secret: string, ageSeconds: number, sent = body) => {
    const t = Math.floor(Date.now() / 1000) - ageSeconds
    const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
    return provider.readWebhook({ 'sandbox-signature': `t=${t},v1=${v1}` }, sent)
  }
  expect(read(sandboxSecret, 5)).toMatchObject({ outcome: { status: 'captured' } })
  expect(read('the-next-secret', 5)).toMatchObject({ outcome: { status: 'captured' } })
  expect(() => read('another secret', 5)).toThrow('bad signature')
  expect(() => read(sandboxSecret, 5, body.replace('captured', 'authorised'))).toThrow('bad signature')
  expect(() => read(sandboxSecret, 3600)).toThrow('too old')
  expect(() => provider.readWebhook({}, body)).toThrow('bad signature')
})
