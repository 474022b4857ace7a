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
  return { title: 'Sign in', robots: 'noindex' }
}

export default function SignInPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  return (
    <PageWidth narrow className={styles.page}>
      <Stack gap={6}>
        <PageHeading title="Sign in" lead="Your cart comes along." />
        <Panel>
          <BffForm bff="profile" procedure="signIn" onDone={announce} noValidate>
            {({ pending, errors, formError, values }) => (
              <Stack gap={5}>
                <ErrorSummary errors={errors} formError={formError} />
                <input type="hidden" name="returnTo" value={returnTo} />
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
                  autoComplete="current-password"
                  required
                  error={errors['password']}
                />
                <Button type="submit" variant="primary" size="l" pending={pending} block>
                  Sign in
                </Button>
              </Stack>
            )}
          </BffForm>
        </Panel>
        <p>
          New here? <Link href={`/sign-up?returnTo=${encodeURIComponent(returnTo)}`}>Open an account</Link>.
          Ordered as a guest? <Link href="/order-lookup">Find your order</Link>.
        </p>
      </Stack>
    </PageWidth>
  )
}

function announce() {
  emit('session:changed')
  emit('cart:updated')
}
