import {
  Button,
  ErrorSummary,
  PageHeading,
  PageWidth,
  Panel,
  Stack,
  TextField,
} from '@mallhive/design-system'
import { BffForm, emit, Link, type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import styles from './door.module.css'

export async function loader(ctx: LoaderContext) {
  const { signedIn, returnTo } = await bff.caller(ctx).signInPage.query({ returnTo: ctx.search['returnTo'] })
  if (signedIn) redirect(returnTo)
  return { returnTo }
}

export function meta(): Meta {
  return { title: 'Open an account', robots: 'noindex' }
}

export default function SignUpPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  return (
    <PageWidth narrow className={styles.page}>
      <Stack gap={6}>
        <PageHeading title="Open an account" lead="For orders in one place and addresses you type once." />
        <Panel>
          <BffForm bff="profile" procedure="signUp" onDone={announce} noValidate>
            {({ pending, errors, formError, values }) => (
              <Stack gap={5}>
                <ErrorSummary errors={errors} formError={formError} />
                <input type="hidden" name="returnTo" value={returnTo} />
                <TextField
                  label="Name"
                  name="name"
                  autoComplete="name"
                  required
                  defaultValue={values['name']}
                  error={errors['name']}
                />
                <TextField
                  label="E-mail"
                  name="email"
                  type="email"
                  autoComplete="username"
                  required
                  defaultValue={values['email']}
                  error={errors['email']}
                />
                <TextField
                  label="Password"
                  name="password"
                  type="password"
                  autoComplete="new-password"
                  required
                  hint="At least 8 characters. A few words in a row make a good one."
                  error={errors['password']}
                />
                <Button type="submit" variant="primary" size="l" pending={pending} block>
                  Open account
                </Button>
              </Stack>
            )}
          </BffForm>
        </Panel>
        <p>
          Have one already? <Link href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>Sign in</Link>.
        </p>
      </Stack>
    </PageWidth>
  )
}

function announce() {
  emit('session:changed')
  emit('cart:updated')
}
