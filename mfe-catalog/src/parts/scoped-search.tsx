import { Icon, VisuallyHidden, icons } from '@mallhive/design-system'
import { localHref, useShell } from '@mallhive/mfe-kit'
import type { Scope } from '../list-scope.ts'
import { useMessages } from '../messages.ts'
import styles from './scoped-search.module.css'

/** A search inside a category or a shop: a plain form. */
export function ScopedSearch({ scope: { facet, value, label }, query }: { scope: Scope; query?: string }) {
  const t = useMessages()
  const { lang } = useShell()
  const words = t('scope.search', { scope: label })
  return (
    <search className={styles.search} aria-label={words}>
      <form key={query} action={localHref(lang, '/search')} className={styles.form}>
        <input type="hidden" name={facet} value={value} />
        <input
          type="search"
          name="q"
          className={styles.input}
          aria-label={words}
          placeholder={words}
          defaultValue={query}
          required
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
        />
        <button type="submit" className={styles.submit}>
          <Icon path={icons.search} size={18} />
          <VisuallyHidden>{t('scope.submit')}</VisuallyHidden>
        </button>
      </form>
    </search>
  )
}
