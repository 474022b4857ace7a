import type { LineView } from '@mallhive/bff-checkout/router'
import { Amount, Cell, ChosenOptions, Picture } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import styles from './line-list.module.css'

const widths = [160, 400]

export function LineList({ lines, currency }: { lines: LineView[]; currency: string }) {
  const t = useMessages()
  const { locale } = useShell()
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.sku} className={styles.line}>
          <Cell hue={line.hue} flat className={styles.cell}>
            {line.imagePath ? <Picture path={line.imagePath} widths={widths} alt="" sizes="3.5rem" /> : null}
          </Cell>
          <div className={styles.facts}>
            <p className={styles.title}>
              {line.quantity > 1 ? <span className={styles.quantity}>{line.quantity} × </span> : null}
              <span lang={line.lang}>{line.title}</span>
            </p>
            {line.options.length > 0 ? (
              <p className={styles.soft}>
                <ChosenOptions options={line.options} />
              </p>
            ) : null}
            {line.sellerName ? (
              <p className={styles.soft}>
                {t('line.seller', {
                  name: line.sellerName,
                  shop: (name) => <span translate="no">{name}</span>,
                })}
              </p>
            ) : null}
          </div>
          <Amount minor={line.totalMinor} currency={currency} locale={locale} size="s" />
        </li>
      ))}
    </ul>
  )
}
