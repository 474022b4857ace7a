import {
  Button,
  ErrorSummary,
  PageHeading,
  PageWidth,
  Panel,
  Stack,
  TextField,
} from '@mallhive/design-system'
import { BffForm, Link, type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
import styles from './door.module.css'

export async function loader(ctx: LoaderContext) {
  return { number: ctx.search['number']?.slice(0, 40) ?? '' }
}

export function meta(): Meta {
  return { title: 'Find your order', robots: 'noindex' }
}

export default function OrderLookupPage({ data: { number } }: { data: Loaded<typeof loader> }) {
  return (
    <PageWidth narrow className={styles.page}>
      <Stack gap={6}>
        <PageHeading title="Find your order" lead="Both are in the mail that we sent you." />
        <Panel>
          <BffForm bff="profile" procedure="lookUpOrder" noValidate>
            {({ pending, errors, formError, values }) => (
              <Stack gap={5}>
                <ErrorSummary errors={errors} formError={formError} />
                <TextField
                  label="Order number"
                  name="number"
                  autoComplete="off"
                  spellCheck={false}
                  required
                  defaultValue={values['number'] ?? number}
                  error={errors['number']}
                />
                <TextField
                  label="E-mail"
                  name="email"
                  type="email"
                  autoComplete="email"
                  required
                  defaultValue={values['email']}
                  error={errors['email']}
                />
                <Button type="submit" variant="primary" size="l" icon="search" pending={pending} block>
                  Find order
                </Button>
              </Stack>
            )}
          </BffForm>
        </Panel>
        <p>
          With an account, <Link href="/orders">all your orders</Link> are in one place.
        </p>
      </Stack>
    </PageWidth>
  )
}
