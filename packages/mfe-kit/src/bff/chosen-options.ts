import { foreignLang } from './foreign-lang.ts'

/** An option of a product and the chosen value, for the design system's `ChosenOptions`. */
export interface ChosenOptionView {
  label: string
  /** The language of the label, where it is not the page's. */
  labelLang?: string
  value: string
  valueLang?: string
}

/** Returns the chosen options of a line for a page in a language. */
export const toChosenOptions = (
  options: readonly { label: string; labelLocale: string; value: string; valueLocale: string }[],
  pageLang: string,
): ChosenOptionView[] =>
  options.map(({ label, labelLocale, value, valueLocale }) => ({
    label,
    labelLang: foreignLang(labelLocale, pageLang),
    value,
    valueLang: foreignLang(valueLocale, pageLang),
  }))
