// Written by the build from en.json.
export interface Messages {
  "orders.title": () => string
  "orders.lead": () => string
  "orders.newest": () => string
  "orders.earlier": () => string
  "orders.pages": () => string
  "figures.to-ship": () => string
  "figures.to-pack": () => string
  "figures.orders": (values: { days: number }) => string
  "figures.sales": (values: { days: number }) => string
  "figures.at-least": () => string
  "table.number": () => string
  "table.status": () => string
  "table.lines": () => string
  "table.ship-to": () => string
  "table.shipping": () => string
  "table.placed-at": () => string
  "table.total": () => string
  "table.empty.title": () => string
  "table.empty.words": () => string
  "table.empty.mall": () => string
  "status.placed": () => string
  "status.paid": () => string
  "status.shipped": () => string
  "status.delivered": () => string
  "status.cancelled": () => string
  "shipping.method": (values: { method: string }) => string
  "not-a-seller.title": () => string
  "not-a-seller.words": () => string
  "not-a-seller.orders": () => string
  "unavailable.title": () => string
  "unavailable.words": () => string
  "unavailable.again": () => string
}
