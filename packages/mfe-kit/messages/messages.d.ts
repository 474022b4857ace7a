// Written by the build from en.json.
export interface Messages {
  "kit.invalid": () => string
  "kit.sign-in": () => string
  "kit.forbidden": () => string
  "kit.gone": () => string
  "kit.conflict": () => string
  "kit.too-many": () => string
  "kit.unavailable": () => string
  "kit.bug": () => string
  "kit.malformed": () => string
  "kit.no-procedure": () => string
  "kit.other-method": () => string
  "kit.not-json": () => string
  "kit.too-large": () => string
  "kit.no-session": () => string
  "kit.session-unknown": () => string
  "kit.sellers-only": () => string
  "kit.email": (values: { example: string | number }) => string
  "kit.email.letters": () => string
  "kit.field": () => string
  "kit.field.too-long": (values: { most: string | number }) => string
  "kit.field.unprintable": () => string
  "kit.name": () => string
  "kit.street": () => string
  "kit.city": () => string
  "kit.country": () => string
  "kit.region": (values: { kind: string }) => string
  "kit.postcode": () => string
  "kit.postcode.example": (values: { example: string | number }) => string
  "kit.phone": (values: { example: string | number }) => string
}
