import { Anchor } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { noneHasAll } from '../none-has-all.ts'
import type { ListProps } from './list-props.ts'
import styles from './search-notes.module.css'

/** Says what was done with the words of a query, each with a link that takes it back where that is possible. */
export function SearchNotes({ path, address, list }: ListProps) {
  const t = useMessages()
  const { lang, currency } = useShell()
  const { query = '', verbatim } = address
  const { understood } = list
  if (!understood) return null
  const { corrected, also, preferred, foreignPrices } = understood
  const named = new Intl.ListFormat(lang)
  const quoted = (words: string[]) => named.format(words.map((word) => t('search.quoted', { word })))
  const isPartial = noneHasAll(address, list)
  if (
    ![corrected, also, preferred, foreignPrices].some(({ length }) => length > 0) &&
    !verbatim &&
    !isPartial
  )
    return null
  return (
    <div className={styles.notes}>
      {corrected.length > 0 ? (
        <p>
          {t('search.corrected', {
            from: quoted(corrected.map(({ from }) => from)),
            to: quoted(corrected.map(({ to }) => to)),
          })}{' '}
          <Anchor href={hrefOf(path, address, { verbatim: true })} rel="nofollow">
            {t('search.verbatim', { query })}
          </Anchor>
        </p>
      ) : null}
      {verbatim ? (
        <p>
          {t('search.is-verbatim', { query })}{' '}
          <Anchor href={hrefOf(path, address, { verbatim: undefined })} rel="nofollow">
            {t('search.with-help')}
          </Anchor>
        </p>
      ) : null}
      {foreignPrices.length > 0 ? (
        <p>{t('search.foreign-price', { currency, words: quoted(foreignPrices) })}</p>
      ) : null}
      {isPartial ? <p>{t('search.none-has-all')}</p> : null}
      {also.length > 0 ? <p>{t('search.also', { words: quoted(also.map(({ to }) => to)) })}</p> : null}
      {preferred.length > 0 ? <p>{t('search.preferred', { words: quoted(preferred) })}</p> : null}
    </div>
  )
}
