// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "sign-in.meta.title": () => string
  "sign-in.title": () => string
  "sign-in.lead": () => string
  "sign-in.email": () => string
  "sign-in.password": () => string
  "sign-in.submit": () => string
  "sign-in.new": () => string
  "sign-in.new.link": () => string
  "sign-in.guest": () => string
  "sign-in.guest.link": () => string
  "sign-up.title": () => string
  "sign-up.lead": () => string
  "sign-up.promise.orders": () => string
  "sign-up.promise.addresses": () => string
  "sign-up.promise.cart": () => string
  "sign-up.name": () => string
  "sign-up.email": () => string
  "sign-up.password": () => string
  "sign-up.password.hint": () => string
  "sign-up.submit": () => string
  "sign-up.known": () => string
  "sign-up.known.link": () => string
  "sign-out.submit": () => string
  "account.meta.title": () => string
  "account.title": (values: { name: string | number }) => string
  "account.orders": () => string
  "account.addresses": () => string
  "account.shop": () => string
  "account.recent": () => string
  "account.recent.all": () => string
  "account.recent.failed.title": () => string
  "account.recent.failed.words": () => string
  "orders.title": () => string
  "orders.account": () => string
  "orders.newest": () => string
  "orders.earlier": () => string
  "orders.pages": () => string
  "orders.empty.title": () => string
  "orders.empty.words": () => string
  "orders.empty.popular": () => string
  "orders.empty.shop": () => string
  "card.facts": (values: { date: (children: ReactNode) => ReactNode; count: number }) => ReactNode
  "card.pictures": () => string
  "order.meta.title": (values: { number: string | number }) => string
  "order.title": (values: { n: (children: ReactNode) => ReactNode; number: string | number }) => ReactNode
  "order.placed": (values: { date: (children: ReactNode) => ReactNode }) => ReactNode
  "order.all": () => string
  "order.status": () => string
  "order.history": () => string
  "order.shop": (values: { shop: (children: ReactNode) => ReactNode; name: string | number }) => ReactNode
  "order.quantity": (values: { quantity: number }) => string
  "order.total": () => string
  "order.total.items": () => string
  "order.total.discount": () => string
  "order.total.shipping": () => string
  "order.total.shipping.free": () => string
  "order.total.shipping.method": (values: { method: string }) => string
  "order.total.tax": () => string
  "order.total.tax-included": () => string
  "order.total.total": () => string
  "order.address": () => string
  "order.payment": () => string
  "order.payment.paid": () => string
  "order.payment.card": () => string
  "order.payment.receipt": (values: { email: string | number }) => string
  "order.payment.not-yet": () => string
  "order.payment.not-charged": () => string
  "status.placed": () => string
  "status.unpaid": () => string
  "status.paid": () => string
  "status.shipped": () => string
  "status.delivered": () => string
  "status.cancelled": () => string
  "history.placed": () => string
  "history.paid": () => string
  "history.unpaid": () => string
  "look-up.title": () => string
  "look-up.lead": () => string
  "look-up.number": () => string
  "look-up.email": () => string
  "look-up.submit": () => string
  "look-up.account": (values: { link: (children: ReactNode) => ReactNode }) => ReactNode
  "addresses.title": () => string
  "addresses.lead": () => string
  "addresses.add": () => string
  "addresses.edit.title": () => string
  "addresses.new.title": () => string
  "addresses.empty.title": () => string
  "addresses.empty.words": () => string
  "addresses.default": () => string
  "addresses.edit": (values: { of: (children: ReactNode) => ReactNode; street: string | number }) => ReactNode
  "addresses.delete": (values: { of: (children: ReactNode) => ReactNode; street: string | number }) => ReactNode
  "addresses.make-default": (values: { of: (children: ReactNode) => ReactNode; street: string | number }) => ReactNode
  "address.name": () => string
  "address.line1": () => string
  "address.line2": () => string
  "address.postcode": () => string
  "address.city": () => string
  "address.region": () => string
  "address.country": () => string
  "address.country.choose": () => string
  "address.phone": () => string
  "address.phone.hint": () => string
  "address.default": () => string
  "address.save": () => string
  "address.cancel": () => string
}
