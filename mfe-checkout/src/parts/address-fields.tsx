import { Checkbox, SelectField, Stack, TextField } from '@mallhive/design-system'
import styles from './address-fields.module.css'

type AddressFieldsProps = {
  errors: Record<string, string>
  known: Partial<Record<string, string>>
  countries: { value: string; label: string }[]
  mayRemember: boolean
}

export function AddressFields({ errors, known, countries, mayRemember }: AddressFieldsProps) {
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
        label="E-mail"
        type="email"
        autoComplete="email"
        hint="For your confirmation and for finding your order again."
        maxLength={254}
        required
      />
      <TextField {...field('name')} label="Full name" autoComplete="shipping name" required />
      <TextField
        {...field('line1')}
        label="Street and number"
        autoComplete="shipping address-line1"
        required
      />
      <TextField
        {...field('line2')}
        label="Flat, floor, company"
        autoComplete="shipping address-line2"
        optional
      />
      <div className={styles.pair}>
        <TextField {...field('postcode')} label="Postcode" autoComplete="shipping postal-code" required />
        <TextField {...field('city')} label="City" autoComplete="shipping address-level2" required />
      </div>
      <div className={styles.pair}>
        <TextField
          {...field('region')}
          label="State or province"
          autoComplete="shipping address-level1"
          hint="For the US and Canada."
          optional
        />
        <SelectField
          name="country"
          error={errors['country']}
          label="Country"
          autoComplete="shipping country"
          options={countries}
          placeholder="Choose a country"
          defaultValue={known['country'] ?? ''}
          required
        />
      </div>
      <TextField
        {...field('phone')}
        label="Phone"
        type="tel"
        autoComplete="tel"
        hint="Only for the courier, for questions about the delivery."
        optional
      />
      {mayRemember ? <Checkbox name="remember" value="yes" label="Save this address to my account" /> : null}
    </Stack>
  )
}
