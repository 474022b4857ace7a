// Written by the build from en.json.
export interface Messages {
  "checkout.unknown": () => string
  "session.ended": () => string
  "address.check": () => string
  "address.not-saved": () => string
  "email.check": () => string
  "shipping.missing": () => string
  "shipping.check": () => string
  "shipping.choose": () => string
}
