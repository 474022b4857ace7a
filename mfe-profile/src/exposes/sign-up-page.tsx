import { Button, TextField } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { announceSession } from '../announce-session.ts'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { AuthFormPage } from '../parts/auth-form-page.tsx'
import { AuthAlternative } from '../parts/auth-alternative.tsx'

const promises = ['sign-up.promise.orders', 'sign-up.promise.addresses', 'sign-up.promise.cart'] as const

export async function loader(ctx: LoaderContext) {
  const { signedIn, returnTo } = await bff.caller(ctx).signInPage.query({ returnTo: ctx.search['returnTo'] })
  if (signedIn) redirect(returnTo)
  return { returnTo }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('sign-up.title'), robots: 'noindex' }
}

export default function SignUpPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const others = (
    <AuthAlternative question={t('sign-up.known')} href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>
      {t('sign-up.known.link')}
    </AuthAlternative>
  )
  return (
    <AuthFormPage
      title={t('sign-up.title')}
      lead={t('sign-up.lead')}
      promises={promises.map((promise) => t(promise))}
      procedure="signUp"
      onDone={announceSession}
      after={others}
    >
      {({ pending, errors, values }) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            label={t('sign-up.name')}
            name="name"
            autoComplete="name"
            required
            defaultValue={values['name']}
            error={errors['name']}
          />
          <TextField
            label={t('sign-up.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={values['email']}
            error={errors['email']}
          />
          <TextField
            label={t('sign-up.password')}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint={t('sign-up.password.hint')}
            error={errors['password']}
          />
          <Button type="submit" variant="primary" size="l" pending={pending} block>
            {t('sign-up.submit')}
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
