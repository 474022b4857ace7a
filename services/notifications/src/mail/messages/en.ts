/** The text of every mail in one language. */
export type Messages = typeof en

/** The English text of every mail. It decides which messages there are. */
export const en = {
  layout: {
    home: 'MallHive',
    reason: 'You get this e-mail because of an order at MallHive.',
  },
  order: {
    number: (number: string) => `Order ${number}`,
    from: (shop: string) => `From ${shop}`,
    quantity: (quantity: number) => `Quantity ${quantity}`,
    deliveryAddress: 'Delivery address',
    shipping: { standard: 'Standard delivery', express: 'Express delivery', other: 'Delivery' },
    shippingTakes: (method: string, minDays: number, maxDays: number) =>
      minDays === maxDays
        ? `${method}, ${maxDays} working ${maxDays === 1 ? 'day' : 'days'}`
        : `${method}, ${minDays} to ${maxDays} working days`,
    free: 'Free',
    items: 'Items',
    discount: 'Discount',
    total: 'Total',
    taxIncluded: (rate: string) => `Includes tax, ${rate}`,
    taxAdded: (rate: string) => `Tax, ${rate}`,
    paidWith: (label: string) => `Paid with ${label}`,
  },
  orderConfirmation: {
    subject: (number: string) => `Your MallHive order ${number}`,
    preheader: (count: number, shops: string[], total: string) =>
      `${count} ${count === 1 ? 'item' : 'items'} from ${new Intl.ListFormat('en').format(shops)}, ${total}`,
    title: 'Thank you for your order',
    greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    promise:
      'We have received your order, and the shops are packing it. You can follow it on the order page.',
    view: 'View your order',
    asGuest: 'Ordered without an account?',
    lookUp: 'Find your order by its number and this e-mail address',
  },
}
