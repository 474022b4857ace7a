import type { AddressView } from '@mallhive/bff-profile/router'
import {
  Button,
  Checkbox,
  ErrorSummary,
  LinkButton,
  Row,
  SelectField,
  Stack,
  TextField,
} from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'

const fields = [
  { name: 'name', label: 'Name', autoComplete: 'name', optional: false },
  { name: 'line1', label: 'Street and number', autoComplete: 'address-line1', optional: false },
  { name: 'line2', label: 'Flat, floor, company', autoComplete: 'address-line2', optional: true },
  { name: 'postcode', label: 'Postcode', autoComplete: 'postal-code', optional: false },
  { name: 'city', label: 'City', autoComplete: 'address-level2', optional: false },
  { name: 'region', label: 'State or province', autoComplete: 'address-level1', optional: true },
] as const

type AddressFormProps = {
  address: AddressView | undefined
  countries: { value: string; label: string }[]
}

/** Form for a new or an existing address. */
export function AddressForm({ address, countries }: AddressFormProps) {
  return (
    <BffForm bff="profile" procedure="saveAddress" noValidate>
      {({ pending, errors, formError, values }) => (
        <Stack gap={5}>
          <ErrorSummary errors={errors} formError={formError} />
          <input type="hidden" name="id" value={address?.id ?? ''} />
          {fields.map(({ name, optional, ...field }) => (
            <TextField
              key={name}
              {...field}
              name={name}
              optional={optional}
              required={!optional}
              defaultValue={values[name] ?? address?.[name]}
              error={errors[name]}
            />
          ))}
          <SelectField
            label="Country"
            name="country"
            autoComplete="country"
            required
            placeholder="Choose a country"
            options={countries}
            defaultValue={values['country'] ?? address?.country}
            error={errors['country']}
          />
          <TextField
            label="Phone"
            name="phone"
            type="tel"
            autoComplete="tel"
            optional
            hint="Only for the courier."
            defaultValue={values['phone'] ?? address?.phone}
            error={errors['phone']}
          />
          {address?.isDefault ? null : (
            <Checkbox
              label="Use as my default address"
              name="isDefault"
              value="on"
              defaultChecked={values['isDefault'] === 'on'}
            />
          )}
          <Row gap={3}>
            <Button type="submit" variant="primary" pending={pending}>
              Save address
            </Button>
            <LinkButton href="/addresses" variant="quiet">
              Cancel
            </LinkButton>
          </Row>
        </Stack>
      )}
    </BffForm>
  )
}
