// Written by the build from en.json.
export interface Messages {
  "label": () => string
}
