import type { AddressView } from '@mallhive/bff-profile/router'
import {
  Button,
  Checkbox,
  ErrorSummary,
  LinkButton,
  Row,
  SelectField,
  TextField,
} from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import styles from './address-form.module.css'

const fields = [
  { name: 'name', autoComplete: 'name', optional: false },
  { name: 'line1', autoComplete: 'address-line1', optional: false },
  { name: 'line2', autoComplete: 'address-line2', optional: true },
  { name: 'postcode', autoComplete: 'postal-code', optional: false },
  { name: 'city', autoComplete: 'address-level2', optional: false },
  { name: 'region', autoComplete: 'address-level1', optional: true },
] as const

type AddressFormProps = {
  address: AddressView | undefined
  countries: { value: string; label: string }[]
}

/** Form for a new or an existing address. */
export function AddressForm({ address, countries }: AddressFormProps) {
  const t = useMessages()
  return (
    <BffForm bff="profile" procedure="saveAddress" noValidate>
      {({ pending, errors, formError, values }) => (
        <div className={styles.form}>
          <ErrorSummary errors={errors} formError={formError} />
          <input type="hidden" name="id" value={address?.id ?? ''} />
          {fields.map(({ name, optional, ...field }) => (
            <TextField
              key={name}
              {...field}
              name={name}
              label={t(`address.${name}`)}
              optional={optional}
              required={!optional}
              className={name === 'postcode' || name === 'city' ? styles.part : undefined}
              defaultValue={values[name] ?? address?.[name]}
              error={errors[name]}
            />
          ))}
          <SelectField
            label={t('address.country')}
            name="country"
            autoComplete="country"
            required
            placeholder={t('address.country.choose')}
            options={countries}
            defaultValue={values['country'] ?? address?.country}
            error={errors['country']}
          />
          <TextField
            label={t('address.phone')}
            name="phone"
            type="tel"
            autoComplete="tel"
            optional
            hint={t('address.phone.hint')}
            defaultValue={values['phone'] ?? address?.phone}
            error={errors['phone']}
          />
          {address?.isDefault ? null : (
            <Checkbox
              label={t('address.default')}
              name="isDefault"
              value="on"
              defaultChecked={values['isDefault'] === 'on'}
            />
          )}
          <Row gap={3}>
            <Button type="submit" variant="primary" pending={pending}>
              {t('address.save')}
            </Button>
            <LinkButton href="/addresses" variant="quiet">
              {t('address.cancel')}
            </LinkButton>
          </Row>
        </div>
      )}
    </BffForm>
  )
}
