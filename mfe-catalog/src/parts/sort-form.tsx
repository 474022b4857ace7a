import { Button, SelectField } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { hrefOf, type ListAddress, type Sort, sorts } from '../list-address.ts'
import { HiddenParams } from './hidden-params.tsx'
import styles from './sort-form.module.css'

const labels: Record<Sort, string> = {
  relevance: 'Best match',
  newest: 'Newest',
  'price-asc': 'Price, low to high',
  'price-desc': 'Price, high to low',
  rating: 'Best rated',
}

/** Select with a button; with JavaScript a choice submits the form. */
export function SortForm({ path, address }: { path: string; address: ListAddress }) {
  const { navigate } = useShell()
  return (
    <form action={path} className={styles.form}>
      <HiddenParams address={address} except={['sort']} />
      <SelectField
        key={address.sort}
        label="Sort by"
        name="sort"
        defaultValue={address.sort}
        options={sorts.map((value) => ({ value, label: labels[value] }))}
        className={styles.sort}
        onChange={(event) => {
          const sort = sorts.find((each) => each === event.currentTarget.value)
          navigate(hrefOf(path, address, { sort }), { scroll: false })
        }}
      />
      <noscript>
        <Button type="submit" size="s">
          Sort
        </Button>
      </noscript>
    </form>
  )
}
