import type { CartLineView } from '@mallhive/bff-cart/router'
import { Amount, Cell, ChosenOptions, Picture } from '@mallhive/design-system'
import { Link, useBrowserEvent, useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { useMessages } from '../mini-cart-messages.ts'
import styles from './cart-preview.module.css'

const shown = 4

/** Preview of the cart for the mouse only: the cart page shows the same and more. */
export function CartPreview({ onLeave }: { onLeave: () => void }) {
  const t = useMessages()
  const { locale } = useShell()
  const { data: cart, refetch } = useQuery(bff.useTRPC().getCart.queryOptions())
  useBrowserEvent('cart:updated', () => void refetch())
  if (!cart || cart.lines.length === 0) return null
  const more = cart.lines.length - shown
  return (
    <section className={styles.preview} aria-label={t('preview.label')}>
      <ul className={styles.lines}>
        {cart.lines.slice(0, shown).map((line) => (
          <PreviewLine key={line.sku} line={line} onLeave={onLeave} />
        ))}
      </ul>
      {more > 0 ? <p className={styles.soft}>{t('preview.more', { count: more })}</p> : null}
      <p className={styles.total}>
        {t('preview.subtotal')}
        <Amount minor={cart.subtotalMinor} currency={cart.currency} locale={locale} />
      </p>
      <Link href="/cart" className={styles.go} onClick={onLeave}>
        {t('preview.view')}
      </Link>
    </section>
  )
}

function PreviewLine({ line, onLeave }: { line: CartLineView; onLeave: () => void }) {
  const { locale } = useShell()
  const { image, title, lang, quantity, options } = line
  return (
    <li className={styles.line}>
      <Cell hue={line.hue} flat className={styles.cell}>
        {image ? <Picture {...image} alt="" sizes="48px" /> : null}
      </Cell>
      <div>
        <Link href={line.href ?? '/cart'} className={styles.title} lang={lang} onClick={onLeave}>
          {title}
        </Link>
        <p className={styles.soft}>
          {quantity > 1 ? `${quantity} × ` : null}
          <ChosenOptions options={options} />
        </p>
      </div>
      <Amount minor={line.totalMinor} currency={line.currency} locale={locale} size="s" />
    </li>
  )
}
