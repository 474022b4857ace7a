import { Button, SelectField } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { hrefOf, type ListAddress, sorts } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { HiddenParams } from './hidden-params.tsx'
import styles from './sort-form.module.css'

/** Select with a button; with JavaScript a choice submits the form. Without, `?` keeps the path with its locale. */
export function SortForm({ path, address }: { path: string; address: ListAddress }) {
  const t = useMessages()
  const { navigate } = useShell()
  return (
    <form action="?" className={styles.form}>
      <HiddenParams address={address} except={['sort']} />
      <SelectField
        key={address.sort}
        label={t('sort.label')}
        name="sort"
        defaultValue={address.sort}
        options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        className={styles.sort}
        onChange={(event) => {
          const sort = sorts.find((each) => each === event.currentTarget.value)
          navigate(hrefOf(path, address, { sort }), { scroll: false })
        }}
      />
      <noscript>
        <Button type="submit" size="s">
          {t('sort.submit')}
        </Button>
      </noscript>
    </form>
  )
}
