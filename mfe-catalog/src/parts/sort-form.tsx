import { Button } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useId } from 'react'
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

/** A form with a button; with JavaScript choosing is enough. */
export function SortForm({ path, address }: { path: string; address: ListAddress }) {
  const { navigate } = useShell()
  const id = useId()
  return (
    <form action={path} className={styles.form}>
      <HiddenParams address={address} except={['sort']} />
      <label htmlFor={id} className={styles.label}>
        Sort by
      </label>
      <select
        key={address.sort}
        id={id}
        name="sort"
        defaultValue={address.sort}
        className={styles.select}
        onChange={(event) => {
          const sort = sorts.find((each) => each === event.currentTarget.value)
          navigate(hrefOf(path, address, { sort }), { scroll: false })
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {labels[sort]}
          </option>
        ))}
      </select>
      <noscript>
        <Button type="submit" size="s">
          Sort
        </Button>
      </noscript>
    </form>
  )
}
