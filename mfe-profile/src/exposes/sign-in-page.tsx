import { Button, TextField } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { announceSession } from '../announce-session.ts'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { AuthFormPage } from '../parts/auth-form-page.tsx'
import { AuthAlternative } from '../parts/auth-alternative.tsx'

export async function loader(ctx: LoaderContext) {
  const { signedIn, returnTo } = await bff.caller(ctx).signInPage.query({ returnTo: ctx.search['returnTo'] })
  if (signedIn) redirect(returnTo)
  return { returnTo }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('sign-in.meta.title'), robots: 'noindex' }
}

export default function SignInPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const others = (
    <>
      <AuthAlternative question={t('sign-in.new')} href={`/sign-up?returnTo=${encodeURIComponent(returnTo)}`}>
        {t('sign-in.new.link')}
      </AuthAlternative>
      <AuthAlternative question={t('sign-in.guest')} href="/order-lookup">
        {t('sign-in.guest.link')}
      </AuthAlternative>
    </>
  )
  return (
    <AuthFormPage
      title={t('sign-in.title')}
      lead={t('sign-in.lead')}
      procedure="signIn"
      onDone={announceSession}
      after={others}
    >
      {({ pending, errors, values }) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            label={t('sign-in.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={values['email']}
            error={errors['email']}
          />
          <TextField
            label={t('sign-in.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors['password']}
          />
          <Button type="submit" variant="primary" size="l" pending={pending} block>
            {t('sign-in.submit')}
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
