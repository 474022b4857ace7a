// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "add.quantity": (values: { title: string | number }) => string
  "add.submit": () => string
  "add.sold-out": () => string
  "add.done": (values: { link: (children: ReactNode) => ReactNode }) => ReactNode
}
