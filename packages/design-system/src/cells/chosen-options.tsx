import { Fragment } from 'react'

export type ChosenOption = {
  /** Empty for an option without a name. */
  label: string
  /** The language of the label, where it is not the page's. */
  labelLang?: string | undefined
  value: string
  valueLang?: string | undefined
}

/** The chosen options of a product as text: "Colour: Clay, Size: M". */
export function ChosenOptions({ options }: { options: readonly ChosenOption[] }) {
  return options.map(({ label, labelLang, value, valueLang }, at) => (
    <Fragment key={at}>
      {at > 0 ? ', ' : null}
      {label ? (
        <>
          <span lang={labelLang}>{label}</span>
          {': '}
        </>
      ) : null}
      <span lang={valueLang}>{value}</span>
    </Fragment>
  ))
}
