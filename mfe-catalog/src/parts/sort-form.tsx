import { Button, SelectField } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { hrefOf, sorts } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { HiddenParams } from './hidden-params.tsx'
import type { ListProps } from './list-props.ts'
import styles from './sort-form.module.css'

/** Select of the orders that the list has, with a button; with JavaScript a choice submits the form. Without, `?` keeps the path with its locale. */
export function SortForm({ path, address, list }: ListProps) {
  const t = useMessages()
  const { navigate } = useShell()
  const offered = sorts.filter((sort) => sort !== 'best-selling' || list.hasSales)
  return (
    <form action="?" className={styles.form}>
      <HiddenParams address={address} except={['sort']} />
      <SelectField
        key={address.sort}
        label={t('sort.label')}
        name="sort"
        defaultValue={address.sort}
        options={offered.map((value) => ({ value, label: t(`sort.${value}`) }))}
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
