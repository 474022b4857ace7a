'use client'
import { classes } from '../classes.ts'
import { Anchor } from '../navigation/anchor.tsx'
import { useWords } from '../words/words-provider.tsx'
import styles from './option-picker.module.css'

export type PickerOption = {
  value: string
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string | undefined
  /** CSS colour: drawn as a swatch. */
  swatch?: string | undefined
  /** URL of the page with this value selected. */
  href: string
  selected?: boolean
  /** Struck through, but still a link to its page. */
  unavailable?: boolean
}

export type OptionPickerProps = {
  /** Name of the axis: "Colour". */
  legend: string
  /** The language of the legend, where it is not the page's. */
  lang?: string | undefined
  options: readonly PickerOption[]
  className?: string
}

/** One axis of variants as links, so that every choice has a URL and works without scripts. */
export function OptionPicker({ legend, lang, options, className }: OptionPickerProps) {
  const w = useWords()
  const chosen = options.find((option) => option.selected)
  return (
    <fieldset className={classes(styles.picker, className)} aria-label={legend}>
      <div className={styles.legend} aria-hidden="true">
        <span lang={lang}>{legend}</span>
        {chosen ? (
          <span className={styles.chosen} lang={chosen.lang}>
            {chosen.label}
          </span>
        ) : null}
      </div>
      <ul className={styles.options}>
        {options.map((option) => (
          <li key={option.value}>
            <Anchor
              href={option.href}
              className={classes(
                option.swatch ? styles.swatch : styles.chip,
                option.selected && styles.selected,
                option.unavailable && styles.unavailable,
              )}
              aria-current={option.selected ? 'true' : undefined}
              lang={option.lang}
              aria-label={
                option.unavailable
                  ? w('option.sold-out', '{label}, sold out', { label: option.label })
                  : option.swatch
                    ? option.label
                    : undefined
              }
              title={option.swatch ? option.label : undefined}
            >
              {option.swatch ? (
                <span className={styles.colour} style={{ background: option.swatch }} />
              ) : (
                option.label
              )}
            </Anchor>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
