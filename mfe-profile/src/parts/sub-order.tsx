import type { OrderLineView, SubOrderView } from '@mallhive/bff-profile/router'
import { Amount, Cell, ChosenOptions, Picture, Row } from '@mallhive/design-system'
import { Link, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import { pictureWidths } from '../picture-widths.ts'
import { StatusBadge } from './status-badge.tsx'
import styles from './sub-order.module.css'

/** The part of an order that one shop sends. */
export function SubOrder({ subOrder }: { subOrder: SubOrderView }) {
  const t = useMessages()
  const id = `shop-${subOrder.id}`
  return (
    <section aria-labelledby={id}>
      <Row spread>
        <h2 id={id} className={styles.shop}>
          {t('order.shop', {
            name: subOrder.sellerName,
            shop: (name) => <span translate="no">{name}</span>,
          })}
        </h2>
        <StatusBadge status={subOrder.status} />
      </Row>
      <ul className={styles.lines}>
        {subOrder.lines.map((line) => (
          <Line key={line.sku} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { line: OrderLineView }) {
  const t = useMessages()
  const { locale } = useShell()
  return (
    <li className={styles.line}>
      <Cell hue={line.hue} className={styles.cell}>
        <Picture path={line.imagePath} alt="" widths={pictureWidths} sizes="5rem" />
      </Cell>
      <div className={styles.facts}>
        <h3 className={styles.title} lang={line.lang}>
          {line.href ? <Link href={line.href}>{line.title}</Link> : line.title}
        </h3>
        {line.options.length > 0 ? (
          <p className={styles.soft}>
            <ChosenOptions options={line.options} />
          </p>
        ) : null}
        <p className={styles.soft}>{t('order.quantity', { quantity: line.quantity })}</p>
      </div>
      <Amount minor={line.total.minor} currency={line.total.currency} locale={locale} />
    </li>
  )
}
