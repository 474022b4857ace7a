// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "page.title": () => string
  "page.missing.title": () => string
  "page.missing.words": () => string
  "page.related": () => string
  "page.popular": () => string
  "empty.title": () => string
  "empty.words": () => string
  "empty.no-cookies": () => string
  "empty.start": () => string
  "notice.details.title": () => string
  "notice.details.words": () => string
  "notice.held.title": (values: { count: number }) => string
  "notice.held.words": () => string
  "notice.prices.title": (values: { count: number }) => string
  "notice.prices.words": () => string
  "lines.title": () => string
  "lines.removed": (values: { title: string | number }) => string
  "lines.undo": () => string
  "lines.undo-failed": () => string
  "line.sold-by": (values: { name: (children: ReactNode) => ReactNode; shop: string | number }) => ReactNode
  "line.each": (values: { price: (children: ReactNode) => ReactNode }) => ReactNode
  "line.remove": (values: { hidden: (children: ReactNode) => ReactNode; title: string | number }) => ReactNode
  "line.quantity": (values: { title: string | number }) => string
  "line.update": () => string
  "line.change-to": (values: { count: number }) => string
  "line.change-to.label": (values: { title: string | number; count: number }) => string
  "line.gone": () => string
  "line.sold-out": () => string
  "line.short": (values: { count: number }) => string
  "line.left": (values: { count: number }) => string
  "line.was": (values: { price: string | number }) => string
  "summary.title": () => string
  "summary.subtotal": () => string
  "summary.items": (values: { count: number }) => string
  "summary.later": () => string
  "summary.checkout": () => string
  "summary.held": () => string
  "summary.continue": () => string
}
