import { Button } from '@mallhive/design-system'
import { BffForm, emit } from '@mallhive/mfe-kit'

/** Ends with a document load, so that nothing of the account stays in the page's memory. */
export function SignOut() {
  function onDone() {
    emit('session:changed')
    emit('cart:updated')
    window.location.assign('/')
  }
  return (
    <BffForm bff="profile" procedure="signOut" onDone={onDone}>
      {({ pending, formError }) => (
        <>
          <input type="hidden" name="_redirect" value="/" />
          <Button type="submit" variant="secondary" size="s" pending={pending}>
            Sign out
          </Button>
          {formError ? <p role="alert">{formError}</p> : null}
        </>
      )}
    </BffForm>
  )
}
