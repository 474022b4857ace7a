import type { ShopTile } from '@mallhive/bff-home/router'
import { SectionHeading } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { Stall } from './stall.tsx'
import styles from './shops.module.css'

/** All shops of the mall. */
export function Shops({ shops }: { shops: ShopTile[] }) {
  const t = useMessages()
  return (
    <section className={styles.section} id="shops" aria-labelledby="shops-title">
      <SectionHeading id="shops-title" title={t('shops.title')} lead={t('shops.lead')} />
      {/* On phones it slides sideways, and the keyboard must be able to slide it too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.shops} tabIndex={0} aria-labelledby="shops-title">
        {shops.map((shop) => (
          <li key={shop.slug}>
            <Stall shop={shop} />
          </li>
        ))}
      </ul>
    </section>
  )
}
