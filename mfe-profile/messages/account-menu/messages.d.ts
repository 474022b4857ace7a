// Written by the build from en.json.
export interface Messages {
  "account": (values: { name: string | number }) => string
  "sign-in": () => string
}
