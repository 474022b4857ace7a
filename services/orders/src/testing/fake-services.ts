import type { ConnectRouter } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { CatalogService, ProductStatus } from '@mallhive/contracts/catalog'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { InventoryService } from '@mallhive/contracts/inventory'
import { minorOf, toMoney } from '@mallhive/contracts/money'
import { PaymentsService, PaymentStatus } from '@mallhive/contracts/payments'
import { reasons as cartReasons } from '@mallhive/contracts/reasons/cart'
import { accepts } from '@mallhive/service-kit/callers'
import { DomainError } from '@mallhive/service-kit/errors'
import type { Start } from '@mallhive/service-kit/service'

const cartError = DomainError.of(cartReasons)

type Verb = 'reserve' | 'commit' | 'release' | 'authorise' | 'capture' | 'void' | 'getPayment'
type Trouble = { verb: Verb; when: 'before' | 'after'; hang: Promise<void> }

/**
 * In-memory fakes of the services that orders calls, idempotent by checkout id like their contracts. They can hang at any point.
 * The kill bench runs the real ones together.
 */
export type FakeServices = {
  start: Start
  stock: Map<string, 'held' | 'committed' | 'released'>
  money: Map<string, PaymentStatus>
  prices: Map<string, number>
  /** SKUs of archived products. */
  archived: Set<string>
  /** Sellers' shares in the last capture of each checkout. */
  shares: Map<string, Record<string, number>>
  /** Injected faults by checkout, each triggered once. */
  trouble: Map<string, Trouble>
}

export function fakeServices(): FakeServices {
  const stock: FakeServices['stock'] = new Map()
  const money: FakeServices['money'] = new Map()
  const prices: FakeServices['prices'] = new Map([
    ['MUG-1', 1_900],
    ['LAMP-1', 8_900],
    ['RARE-1', 500],
  ])
  const archived: FakeServices['archived'] = new Set()
  const shares: FakeServices['shares'] = new Map()
  const trouble: FakeServices['trouble'] = new Map()

  async function troubled<T>(verb: Verb, id: string, effect: () => T): Promise<T> {
    const met = trouble.get(id)
    if (met?.verb !== verb) return effect()
    trouble.delete(id)
    if (met.when === 'before') await met.hang
    const answer = effect()
    if (met.when === 'after') await met.hang
    return answer
  }
  const paid = (checkoutId: string) => ({
    payment: {
      checkoutId,
      status: money.get(checkoutId) ?? PaymentStatus.UNKNOWN,
      challengeUrl: 'http://bank.test/',
    },
  })
  const pay = (verb: Verb, id: string, next: (now: PaymentStatus | undefined) => PaymentStatus | undefined) =>
    troubled(verb, id, () => {
      const status = next(money.get(id))
      if (status !== undefined) money.set(id, status)
      return paid(id)
    })

  return {
    stock,
    money,
    prices,
    archived,
    shares,
    trouble,
    async start(host) {
      host.routes(serve, [
        accepts(CartService, ['part:orders']),
        accepts(CatalogService, ['anyone']),
        accepts(InventoryService, ['part:orders']),
        accepts(PaymentsService, ['part:orders']),
      ])

      function serve(router: ConnectRouter): void {
        router.service(CartService, { removeOrdered: () => ({}) })
        router.service(CatalogService, {
          getProducts: ({ skus, locale }) => ({
            products: skus
              .filter((sku) => prices.has(sku))
              .map((sku) => ({
                ...product(sku, prices.get(sku) ?? 0, locale),
                status: archived.has(sku) ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE,
              })),
          }),
        })
        router.service(InventoryService, {
          reserve: ({ checkoutId, lines }) =>
            troubled('reserve', checkoutId, () => {
              const short = lines.filter(({ sku }) => sku === 'RARE-1').map(({ sku }) => sku)
              if (short.length > 0) throw cartError('OUT_OF_STOCK', 'sold out', { skus: short.join(',') })
              if (stock.get(checkoutId) === 'released') throw cartError('RESERVATION_RELEASED', 'too late')
              if (!stock.has(checkoutId)) stock.set(checkoutId, 'held')
              return {}
            }),
          commit: ({ checkoutId }) =>
            troubled('commit', checkoutId, () => {
              if (stock.get(checkoutId) === 'released') throw cartError('RESERVATION_RELEASED', 'too late')
              stock.set(checkoutId, 'committed')
              return {}
            }),
          release: ({ checkoutId }) =>
            troubled('release', checkoutId, () => {
              if (stock.get(checkoutId) === 'committed') throw cartError('RESERVATION_COMMITTED', 'sold')
              stock.set(checkoutId, 'released')
              return {}
            }),
        })
        router.service(PaymentsService, {
          authorise: ({ checkoutId, paymentMethod }) =>
            pay(
              'authorise',
              checkoutId,
              (now) => now ?? authorisations[paymentMethod] ?? PaymentStatus.AUTHORISED,
            ),
          capture: ({ checkoutId, shares: owed }) => {
            const bySeller = owed.map(({ sellerId, amount }) => [sellerId, minorOf(amount)])
            shares.set(checkoutId, Object.fromEntries(bySeller))
            return pay('capture', checkoutId, (now) =>
              now === PaymentStatus.AUTHORISED ? PaymentStatus.CAPTURED : now,
            )
          },
          void: ({ checkoutId }) =>
            pay('void', checkoutId, (now) => (now === PaymentStatus.CAPTURED ? now : PaymentStatus.VOIDED)),
          getPayment: ({ checkoutId }) => pay('getPayment', checkoutId, (now) => now),
        })
      }
    },
  }
}

const authorisations: Record<string, PaymentStatus> = {
  declined: PaymentStatus.DECLINED,
  challenged: PaymentStatus.CHALLENGED,
}

const product = (sku: string, minor: number, locale: string) => ({
  id: `product-${sku}`,
  slug: sku.toLowerCase(),
  title: locale.startsWith('de') ? `Ware ${sku}` : `The ${sku}`,
  locale: locale.startsWith('de') ? 'de' : 'en',
  seller: { id: sku === 'LAMP-1' ? 'seller-b' : 'seller-a', name: 'A shop' },
  options: [
    {
      name: 'colour',
      label: locale.startsWith('de') ? 'Farbe' : 'Colour',
      locale: locale.startsWith('de') ? 'de' : 'en',
      values: [{ value: 'clay', label: 'Clay', locale: 'en' }],
    },
  ],
  variants: [
    {
      sku,
      options: { colour: 'clay' },
      prices: currencyCodes.map((currency) => ({ price: toMoney(minor, currency) })),
    },
  ],
})
