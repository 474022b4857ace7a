// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "meta.start": () => string
  "meta.address": () => string
  "meta.shipping": () => string
  "meta.payment": () => string
  "meta.review": () => string
  "meta.done.open": () => string
  "meta.done.placing": () => string
  "meta.done.challenged": () => string
  "meta.done.done": () => string
  "meta.done.unpaid": () => string
  "meta.done.failed": () => string
  "steps.label": () => string
  "steps.address": () => string
  "steps.shipping": () => string
  "steps.payment": () => string
  "steps.review": () => string
  "frame.items": (values: { count: number; total: (children: ReactNode) => ReactNode }) => ReactNode
  "frame.currency.title": (values: { currency: string | number }) => string
  "frame.currency.words": (values: { currency: string | number }) => string
  "frame.currency.restart": (values: { currency: string | number }) => string
  "frame.replaced.title": () => string
  "frame.replaced.words": () => string
  "address.title": () => string
  "address.guest": (values: { link: (children: ReactNode) => ReactNode }) => ReactNode
  "address.continue": () => string
  "address.email": () => string
  "address.email.hint": () => string
  "address.name": () => string
  "address.line1": () => string
  "address.line2": () => string
  "address.postcode": () => string
  "address.city": () => string
  "address.region": () => string
  "address.region.hint": () => string
  "address.country": () => string
  "address.country.choose": () => string
  "address.phone": () => string
  "address.phone.hint": () => string
  "address.remember": () => string
  "saved.title": () => string
  "saved.choose": () => string
  "saved.other": () => string
  "shipping.title": () => string
  "shipping.legend": () => string
  "shipping.method": (values: { method: string }) => string
  "shipping.days": (values: { least: number; most: number }) => string
  "shipping.free": () => string
  "shipping.continue": () => string
  "shipping.continue.review": () => string
  "payment.title": () => string
  "payment.declined.title": () => string
  "payment.declined.words": () => string
  "payment.known.use": () => string
  "payment.known.other": () => string
  "card.number": () => string
  "card.expiry": () => string
  "card.expiry.example": () => string
  "card.cvc": () => string
  "card.cvc.hint": () => string
  "card.name": () => string
  "card.continue": () => string
  "card.note": () => string
  "card.error.number": () => string
  "card.error.expiry": () => string
  "card.error.expired": () => string
  "card.error.cvc": () => string
  "card.error.name": () => string
  "card.error.refused": () => string
  "test-cards.title": () => string
  "test-cards.words": () => string
  "test-cards.paid": () => string
  "test-cards.challenged": () => string
  "test-cards.declined": () => string
  "test-cards.insufficient-funds": () => string
  "review.title": () => string
  "review.changed.title": (values: { total: (children: ReactNode) => ReactNode }) => ReactNode
  "review.changed.words": () => string
  "review.unavailable.title": (values: { names: string | number }) => string
  "review.unavailable.words": () => string
  "review.unavailable.cart": () => string
  "review.place": (values: { total: (children: ReactNode) => ReactNode }) => ReactNode
  "review.change": () => string
  "review.address": () => string
  "review.address.change": () => string
  "review.shipping": () => string
  "review.shipping.change": () => string
  "review.shipping.days": (values: { method: string | number; least: number; most: number }) => string
  "review.payment": () => string
  "review.payment.change": () => string
  "review.payment.card": () => string
  "summary.title": () => string
  "line.seller": (values: { shop: (children: ReactNode) => ReactNode; name: string | number }) => ReactNode
  "totals.items": () => string
  "totals.shipping": () => string
  "totals.shipping.free": () => string
  "totals.shipping.later": () => string
  "totals.tax": () => string
  "totals.tax.rate": (values: { rate: number }) => string
  "totals.tax.included": (values: { tax: (children: ReactNode) => ReactNode; rate: number }) => ReactNode
  "totals.total": () => string
  "thanks.title": () => string
  "thanks.title.name": (values: { name: string | number }) => string
  "thanks.lead": (values: { order: (children: ReactNode) => ReactNode; number: string | number; email: string | number }) => ReactNode
  "thanks.next": () => string
  "thanks.next.paid": () => string
  "thanks.next.packing": () => string
  "thanks.next.packing.words": () => string
  "thanks.next.sent": () => string
  "thanks.next.sent.days": (values: { least: number; most: number }) => string
  "thanks.look-up": (values: { link: (children: ReactNode) => ReactNode }) => ReactNode
  "outcome.order": () => string
  "outcome.shopping": () => string
  "unpaid.title": () => string
  "unpaid.lead": (values: { order: (children: ReactNode) => ReactNode; number: string | number }) => ReactNode
  "unpaid.notice.title": () => string
  "unpaid.notice.words": () => string
  "unpaid.notice.words.card": (values: { card: string | number }) => string
  "waiting.title": () => string
  "waiting.lead": () => string
  "bank.title": () => string
  "bank.lead": () => string
  "bank.go": () => string
  "sold-out.title": () => string
  "sold-out.words": () => string
  "sold-out.words.names": (values: { names: string | number }) => string
  "sold-out.cart": () => string
  "expired.title": () => string
  "expired.words": () => string
  "expired.again": () => string
}
