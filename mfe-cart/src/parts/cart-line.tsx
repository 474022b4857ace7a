import type { CartLineView } from '@mallhive/bff-cart/router'
import { Amount, Button, Cell, ChosenOptions, Picture, icons } from '@mallhive/design-system'
import { BffForm, Link, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import { LineQuantity } from './line-quantity.tsx'
import { LineState } from './line-state.tsx'
import styles from './cart-line.module.css'
import { TakeRest } from './take-rest.tsx'

type CartLineProps = { line: CartLineView; onRemoved: () => void; onTaken: () => void }

/** One line of the cart. */
export function CartLine({ line, onRemoved, onTaken }: CartLineProps) {
  const t = useMessages()
  const { locale } = useShell()
  const money = { currency: line.currency, locale }
  return (
    <li className={styles.line}>
      <Cell hue={line.hue} className={styles.cell}>
        {line.image ? (
          <Picture
            path={line.image.path}
            widths={line.image.widths}
            alt=""
            sizes="8rem"
            className={styles.picture}
          />
        ) : null}
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
        {line.sellerName ? (
          <p className={styles.soft}>
            {t('line.sold-by', {
              shop: line.sellerName,
              name: (shop) => <span translate="no">{shop}</span>,
            })}
          </p>
        ) : null}
        <LineState line={line} />
      </div>
      <div className={styles.price}>
        {line.state === 'gone' ? null : (
          <Amount
            {...money}
            minor={line.totalMinor}
            className={line.state === 'sold-out' ? styles['off'] : undefined}
          />
        )}
        {line.quantity > 1 && line.state !== 'gone' ? (
          <p className={styles.soft}>
            {t('line.each', { price: () => <Amount {...money} minor={line.unitMinor} size="s" /> })}
          </p>
        ) : null}
      </div>
      <div className={styles.actions}>
        {line.state === 'ok' || line.state === 'short' ? <LineQuantity line={line} /> : null}
        {line.state === 'short' ? <TakeRest line={line} onTaken={onTaken} /> : null}
        <BffForm bff="cart" procedure="removeItem" formId={`cart/removeItem/${line.sku}`} onDone={onRemoved}>
          {({ pending, formError }) => (
            <>
              <input type="hidden" name="sku" value={line.sku} />
              <Button type="submit" variant="quiet" size="s" icon={icons.trash} pending={pending}>
                {t('line.remove', {
                  title: line.title,
                  hidden: (text) => (
                    <span className={styles.hidden} lang={line.lang}>
                      {text}
                    </span>
                  ),
                })}
              </Button>
              {formError ? <p role="alert">{formError}</p> : null}
            </>
          )}
        </BffForm>
      </div>
    </li>
  )
}
