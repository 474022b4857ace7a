import { Checkbox, SelectField, Stack, TextField } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import styles from './address-fields.module.css'

type AddressFieldsProps = {
  errors: Record<string, string>
  known: Partial<Record<string, string>>
  countries: { value: string; label: string }[]
  mayRemember: boolean
}

export function AddressFields({ errors, known, countries, mayRemember }: AddressFieldsProps) {
  const t = useMessages()
  const field = (name: string) => ({
    name,
    error: errors[name],
    defaultValue: known[name] ?? '',
    maxLength: 120,
  })
  return (
    <Stack gap={4}>
      <TextField
        {...field('email')}
        label={t('address.email')}
        type="email"
        autoComplete="email"
        hint={t('address.email.hint')}
        maxLength={254}
        required
      />
      <TextField {...field('name')} label={t('address.name')} autoComplete="shipping name" required />
      <TextField
        {...field('line1')}
        label={t('address.line1')}
        autoComplete="shipping address-line1"
        required
      />
      <TextField
        {...field('line2')}
        label={t('address.line2')}
        autoComplete="shipping address-line2"
        optional
      />
      <div className={styles.pair}>
        <TextField
          {...field('postcode')}
          label={t('address.postcode')}
          autoComplete="shipping postal-code"
          required
        />
        <TextField
          {...field('city')}
          label={t('address.city')}
          autoComplete="shipping address-level2"
          required
        />
      </div>
      <div className={styles.pair}>
        <TextField
          {...field('region')}
          label={t('address.region')}
          autoComplete="shipping address-level1"
          hint={t('address.region.hint')}
          optional
        />
        <SelectField
          name="country"
          error={errors['country']}
          label={t('address.country')}
          autoComplete="shipping country"
          options={countries}
          placeholder={t('address.country.choose')}
          defaultValue={known['country'] ?? ''}
          required
        />
      </div>
      <TextField
        {...field('phone')}
        label={t('address.phone')}
        type="tel"
        autoComplete="tel"
        hint={t('address.phone.hint')}
        optional
      />
      {mayRemember ? <Checkbox name="remember" value="yes" label={t('address.remember')} /> : null}
    </Stack>
  )
}
