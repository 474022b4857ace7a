// Written by the build from en.json.
export interface Messages {
  "product.unknown": () => string
}
