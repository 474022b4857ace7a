/**
 * Run-time API of a micro frontend. The shell shares this module as a singleton, so that all remotes on a page use the
 * same instance. Browser-safe, and small on purpose.
 */
export { decimalOf, exponentOf } from '@mallhive/contracts/minor-units'
export type { Currency } from '@mallhive/contracts/currencies'
export { BffForm } from './bff-form.tsx'
export type { BffFormProps, BffFormState } from './bff-form.tsx'
export { bffClient } from './bff-client.ts'
export type { BffClient } from './bff-client.ts'
export { emit, useBrowserEvent } from './browser-events.ts'
export type { BrowserEvent } from './browser-events.ts'
export { newKey, useFormKey } from './form-key.ts'
export { Link } from './link.tsx'
export { localHref } from './local-href.ts'
export type { LinkProps } from './link-props.ts'
export { messagesOf } from './messages/messages.ts'
export type { Messages, Translate } from './messages/messages.ts'
export { notFound, redirect } from './loader-signals.ts'
export { Remote } from './remote.tsx'
export type { RemoteProps } from './remote.tsx'
export { useShell } from './shell-context.ts'
export type { NavigateOptions, Shell } from './shell-context.ts'
export type { Flash, Loaded, LoaderContext, Meta } from './page-contract.ts'
