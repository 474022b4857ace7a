import type { Messages } from './en.ts'

/** The German text of every mail. */
export const de: Messages = {
  layout: {
    home: 'MallHive',
    reason: 'Du bekommst diese E-Mail wegen einer Bestellung bei MallHive.',
  },
  order: {
    number: (number) => `Bestellung ${number}`,
    from: (shop) => `Von ${shop}`,
    quantity: (quantity) => `Menge: ${quantity}`,
    deliveryAddress: 'Lieferadresse',
    shipping: { standard: 'Standardversand', express: 'Expressversand', other: 'Versand' },
    shippingTakes: (method, minDays, maxDays) =>
      minDays === maxDays
        ? `${method}, ${maxDays} ${maxDays === 1 ? 'Werktag' : 'Werktage'}`
        : `${method}, ${minDays} bis ${maxDays} Werktage`,
    free: 'Kostenlos',
    items: 'Artikel',
    discount: 'Rabatt',
    total: 'Gesamtsumme',
    taxIncluded: (rate) => `Enthaltene MwSt. (${rate})`,
    taxAdded: (rate) => `Steuern (${rate})`,
    paidWith: (label) => `Bezahlt mit ${label}`,
  },
  orderConfirmation: {
    subject: (number) => `Deine Bestellung ${number} bei MallHive`,
    preheader: (count, shops, total) =>
      `${count} Artikel von ${new Intl.ListFormat('de').format(shops)}, ${total}`,
    title: 'Danke für deine Bestellung',
    greeting: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
    // In lower case, because it continues the greeting.
    promise:
      'deine Bestellung ist bei uns angekommen, und die Läden packen sie gerade. Wie es weitergeht, siehst du jederzeit auf der Bestellseite.',
    view: 'Bestellung ansehen',
    asGuest: 'Ohne Konto bestellt?',
    lookUp: 'Finde deine Bestellung mit ihrer Nummer und dieser E-Mail-Adresse',
  },
}
