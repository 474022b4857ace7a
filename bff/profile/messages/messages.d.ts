// Written by the build from en.json.
export interface Messages {
  "line.too-long": () => string
  "line.unprintable": () => string
  "password.missing": () => string
  "password.short": (values: { least: number }) => string
  "password.long": (values: { most: number }) => string
  "password.weak": (values: { least: number; most: number }) => string
  "name.refused": (values: { most: number }) => string
  "sign-in.first": () => string
  "sign-in.refused": () => string
  "sign-in.busy": () => string
  "sign-up.known": () => string
  "attempts.later": () => string
  "attempts.seconds": (values: { count: number }) => string
  "attempts.minutes": (values: { count: number }) => string
  "look-up.number.missing": () => string
  "look-up.nothing": () => string
  "order.unknown": () => string
  "address.check": () => string
  "address.deleted": () => string
  "addresses.full": (values: { most: number }) => string
}
