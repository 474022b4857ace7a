// Written by the build from en.json.
export interface Messages {
  "searches": () => string
  "products": () => string
  "categories": () => string
  "shops": () => string
  "recent": () => string
  "recent.clear": () => string
}
