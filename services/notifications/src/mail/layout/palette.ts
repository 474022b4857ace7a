import { hexOf } from './colour.ts'

/** The tokens of the design system that mails use, as hex. */
export const light = {
  paper: hexOf(0.985, 0.006, 85),
  ink: hexOf(0.22, 0.02, 60),
  soft: hexOf(0.46, 0.022, 60),
  line: hexOf(0.9, 0.01, 75),
  accent: hexOf(0.8, 0.155, 78),
  accentInk: hexOf(0.22, 0.02, 60),
}

const dark: typeof light = {
  ...light,
  paper: hexOf(0.17, 0.01, 60),
  ink: hexOf(0.945, 0.012, 85),
  soft: hexOf(0.75, 0.018, 80),
  line: hexOf(0.32, 0.012, 70),
}

/** The cell of a category, by its hue. */
export const cell = {
  light: (hue: number): string => hexOf(0.938, 0.034, hue),
  dark: (hue: number): string => hexOf(0.272, 0.042, hue),
}

/**
 * Returns the rules of the dark theme. They name classes, because mail programs need the light theme in style attributes,
 * which only `!important` overrides.
 */
export function darkRules(hues: number[]): string {
  const important = (property: string, value: string) => `{${property}:${value}!important}`
  const rules = [
    `.paper,.paper>table>tbody>tr>td${important('background-color', dark.paper)}`,
    `.ink${important('color', dark.ink)}`,
    `.soft${important('color', dark.soft)}`,
    `.line${important('border-color', dark.line)}`,
    ...[...new Set(hues)].map((hue) => `.cell-${hue}${important('background-color', cell.dark(hue))}`),
  ]
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${rules.join('')}}`
}
