// Written by the build from en.json.
export interface Messages {
  "title": () => string
  "words": () => string
  "next": () => string
  "again": () => string
  "home": () => string
}
