// Written by the build from en.json.
export interface Messages {
  "quick.submit": (values: { title: string | number }) => string
  "quick.done": (values: { title: string | number }) => string
  "quick.view": () => string
}
