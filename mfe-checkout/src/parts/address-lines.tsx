import type { AddressView } from '@mallhive/bff-checkout/router'
import { useShell } from '@mallhive/mfe-kit'
import styles from './address-lines.module.css'

export function AddressLines({ address }: { address: AddressView }) {
  const { locale } = useShell()
  const { name, line1, line2, postcode, city, region, country, phone } = address
  const place = [postcode, city, region].filter(Boolean).join(' ')
  const countryName = new Intl.DisplayNames([locale], { type: 'region' }).of(country)
  return (
    <address className={styles.address} translate="no">
      {[name, line1, line2, place, countryName, phone].filter(Boolean).map((line) => (
        <span key={line} className={styles.line}>
          {line}
        </span>
      ))}
    </address>
  )
}
