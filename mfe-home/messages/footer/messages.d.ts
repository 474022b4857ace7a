// Written by the build from en.json.
export interface Messages {
  "promise.cart.title": () => string
  "promise.cart.words": () => string
  "promise.guest.title": () => string
  "promise.guest.words": () => string
  "promise.parcels.title": () => string
  "promise.parcels.words": () => string
  "about": () => string
  "shopping": () => string
  "cart": () => string
  "orders": () => string
  "order-lookup": () => string
  "account": () => string
  "sign-in": () => string
  "sign-up": () => string
  "addresses": () => string
  "sellers": () => string
  "orders-to-ship": () => string
}
