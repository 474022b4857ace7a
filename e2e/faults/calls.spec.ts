import { type Part, mall, microFrontends, untraced } from '../../infra/mall.ts'
import type { Span } from '../fixtures/collector.ts'
import { expect, test } from '../fixtures/isolated-mall.ts'
import { signUp } from '../pages/auth-forms.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { openSessions } from '../pages/sessions.ts'
import { startCheckout } from '../pages/shop.ts'

test.use({ mtls: true })

test('parts make the calls that infra/mall.ts lets them make, and no others', async ({
  page,
  baseURL,
  collector,
  logOf,
}) => {
  await page.goto('/search?q=lamp')
  await startCheckout(page)
  const checkout = page.url()
  await page.goto('/cart')
  await page.goto(checkout)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  await orderNumber(page)
  await signUp(page)
  for (const path of ['/orders', '/addresses', '/']) await page.goto(path)
  const { none, seller, staff } = await openSessions(baseURL)
  await none.get(`${baseURL}/rest/catalog/v1/search?q=lamp`)
  await seller.get(`${baseURL}/seller/orders`)
  await staff.get(`${baseURL}/_mall`)

  const made = () => callsIn(collector.spans())
  const unmade = () => [...expected].filter((call) => !made().has(call) && !(call in untraced))
  await expect.poll(unmade, { message: 'allowed, and never made' }).toEqual([])
  expect(
    [...made()].filter((call) => !allowed.has(call)),
    'made, and not allowed',
  ).toEqual([])
  expect(
    Object.keys(untraced).filter((call) => !expected.has(call)),
    'a reason for what is not allowed',
  ).toEqual([])
  expect(deployed.filter(([name]) => logOf(name).includes('connection refused'))).toEqual([])
})

/** What runs in the cluster. */
const deployed = Object.entries<Part>(mall).filter(([, { maxReplicas }]) => maxReplicas !== undefined)
const expected = new Set([
  ...deployed.flatMap(([name, { calls }]) => calls.map((called) => `${name} → ${called}`)),
  ...Object.entries(microFrontends).flatMap(([name, { calls }]) =>
    calls.map((called) => `bff-${name} → ${called}`),
  ),
])
/** A BFF may ask identity for the session of a request, but not every page has to. */
const allowed = new Set([...expected, ...Object.keys(microFrontends).map((name) => `bff-${name} → identity`)])

/** Calls by which a request of one part reached another; those of the BFF host by the micro frontend that made them as well. */
function callsIn(spans: readonly Span[]): Set<string> {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  return new Set(
    spans
      .filter(({ kind }) => kind === server)
      .flatMap((span) => {
        const caller = byId.get(span.parentSpanId ?? '')
        if (!caller || caller.service === span.service) return []
        return callersOf(caller, byId).map((name) => `${name} → ${span.service}`)
      }),
  )
}

/** OTLP's number of the kind. */
const server = 2

function callersOf(span: Span, byId: Map<string, Span>): string[] {
  if (span.service !== 'bff') return [span.service]
  let at: Span | undefined = span
  while (at && !microFrontendOf(at)) at = byId.get(at.parentSpanId ?? '')
  const microFrontend = at && microFrontendOf(at)
  return microFrontend ? ['bff', `bff-${microFrontend}`] : ['bff']
}

const microFrontendOf = ({ attributes }: Span) =>
  attributes.find(({ key }) => key === 'mall.micro_frontend')?.value.stringValue
