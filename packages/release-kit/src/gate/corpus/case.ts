import type { LiveMall } from '../live-mall.ts'

/** A release of the fixture `shop` that differs from the live one, and what the gate should make of it. */
export interface Case {
  /** What the team did. */
  name: string
  /** Which check must refuse it; harmless releases have none. */
  refusal?: string
  /** What the refusal must name: the counterpart, or the place. */
  naming?: string
  /** Files of the sources: the new text, or what replaces what. */
  change?: Record<string, string | [string, string][]>
  /** What is live differs too. */
  live?: (mall: LiveMall) => LiveMall
}
