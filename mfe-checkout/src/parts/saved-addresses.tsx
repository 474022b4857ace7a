import type { AddressView } from '@mallhive/bff-checkout/router'
import { Button } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import { AddressLines } from './address-lines.tsx'
import styles from './saved-addresses.module.css'

type SavedAddressesProps = { checkoutId: string; saved: (AddressView & { id: string })[] }

/** The account's addresses, each with a button that selects it. */
export function SavedAddresses({ checkoutId, saved }: SavedAddressesProps) {
  const t = useMessages()
  if (saved.length === 0) return null
  return (
    <section aria-labelledby="saved-addresses" className={styles.saved}>
      <h2 id="saved-addresses" className={styles.heading}>
        {t('saved.title')}
      </h2>
      <ul className={styles.list}>
        {saved.map(({ id, ...address }) => (
          <li key={id} className={styles.address}>
            <AddressLines address={address} />
            <BffForm bff="checkout" procedure="useSavedAddress" formId={`checkout/useSavedAddress/${id}`}>
              {({ pending, formError }) => (
                <>
                  <input type="hidden" name="checkoutId" value={checkoutId} />
                  <input type="hidden" name="addressId" value={id} />
                  <Button type="submit" pending={pending}>
                    {t('saved.choose')}
                  </Button>
                  {formError ? <p role="alert">{formError}</p> : null}
                </>
              )}
            </BffForm>
          </li>
        ))}
      </ul>
      <h2 className={styles.heading}>{t('saved.other')}</h2>
    </section>
  )
}
