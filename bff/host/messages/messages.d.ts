// Written by the build from en.json.
export interface Messages {
  "release-gone": () => string
  "no-api": (values: { mfe: string | number }) => string
  "unavailable": () => string
  "deadline": () => string
  "busy": () => string
  "failed": () => string
  "restarting": () => string
  "too-many": (values: { seconds: string | number }) => string
  "too-many-at-once": () => string
  "too-many-guests": (values: { minutes: string | number }) => string
  "no-session": () => string
  "too-large": () => string
  "malformed": () => string
  "bug": () => string
  "foreign-origin": () => string
  "flash.gone": () => string
  "flash.too-long": () => string
}
