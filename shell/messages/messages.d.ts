// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "skip": () => string
  "home": () => string
  "title": (values: { title: string | number }) => string
  "failed.reload": () => string
  "failed.sign-in": () => string
  "failed.home": () => string
  "failed.forbidden.title": () => string
  "failed.forbidden.words": () => string
  "failed.too-many.title": () => string
  "failed.too-many.words": () => string
  "failed.address.title": () => string
  "failed.address.words": () => string
  "failed.unavailable.title": () => string
  "failed.unavailable.words": () => string
  "failed.title": () => string
  "failed.words": () => string
  "not-found.title": () => string
  "not-found.browse": () => string
  "not-found.words": () => string
  "console.title": () => string
  "console.words": () => string
  "pins.title": () => string
  "pins.active": (values: { b: (children: ReactNode) => ReactNode; name: string | number; version: string | number }) => ReactNode
  "pins.refused": (values: { b: (children: ReactNode) => ReactNode; pin: string | number; why: string | number }) => ReactNode
  "pins.remove": () => string
  "pins.remove.label": (values: { name: string | number }) => string
  "pins.remove-all": () => string
  "preferences.currency": () => string
  "preferences.currency.name": (values: { currency: string }) => string
  "preferences.theme": () => string
  "preferences.theme.system": () => string
  "preferences.theme.light": () => string
  "preferences.theme.dark": () => string
  "preferences.diagnostics": () => string
  "preferences.diagnostics.on": () => string
  "preferences.diagnostics.on.more": () => string
  "preferences.diagnostics.off": () => string
  "preferences.diagnostics.off.more": () => string
  "preferences.language": () => string
  "ds.amount.from": () => string
  "ds.amount.now": () => string
  "ds.amount.before": () => string
  "ds.chip.remove": () => string
  "ds.dialog.close": () => string
  "ds.errors.title": () => string
  "ds.field.optional": () => string
  "ds.navigation.breadcrumbs": () => string
  "ds.option.sold-out": (values: { label: string | number }) => string
  "ds.pagination.label": () => string
  "ds.pagination.next": () => string
  "ds.pagination.previous": () => string
  "ds.quantity.less": (values: { label: string | number }) => string
  "ds.quantity.more": (values: { label: string | number }) => string
  "ds.quantity.least": (values: { least: string | number }) => string
  "ds.quantity.most": (values: { most: string | number }) => string
  "ds.quantity.whole": (values: { least: string | number; most: string | number }) => string
  "ds.rating.value": (values: { average: number }) => string
  "ds.rating.average": (values: { average: number; count: number }) => string
  "ds.search.label": () => string
  "ds.search.submit": () => string
  "ds.search.suggestions": () => string
  "ds.search.suggestions.count": (values: { count: number }) => string
  "ds.steps.label": () => string
  "ds.timeline.label": () => string
  "ds.toast.dismiss": () => string
  "form.cookies-refused": () => string
  "form.unreachable": () => string
  "updated.title": () => string
  "updated.kept": () => string
  "updated.lost": () => string
}
