// Written by the build from en.json.
export interface Messages {
  "products": () => string
  "categories": () => string
}
