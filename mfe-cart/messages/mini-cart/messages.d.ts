// Written by the build from en.json.
export interface Messages {
  "mini.label": (values: { count: number }) => string
  "preview.label": () => string
  "preview.more": (values: { count: number }) => string
  "preview.subtotal": () => string
  "preview.view": () => string
}
