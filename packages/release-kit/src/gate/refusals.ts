import type { Check } from './refusal.ts'
import { consumedFragment } from './refusals/consumed-fragment.ts'
import { fragmentProps } from './refusals/fragment-props.ts'
import { fragmentRemoved } from './refusals/fragment-removed.ts'
import { globalCss } from './refusals/global-css.ts'
import { messages } from './refusals/messages.ts'
import { passedProps } from './refusals/passed-props.ts'
import { redirect } from './refusals/redirect.ts'
import { route } from './refusals/route.ts'
import { rpc } from './refusals/rpc.ts'
import { sharedRange } from './refusals/shared-range.ts'
import { sizeBudget } from './refusals/size-budget.ts'
import { smoke } from './refusals/smoke.ts'
import { types } from './refusals/types.ts'

/** All checks of the gate. */
export const refusals: Check[] = [
  types,
  fragmentProps,
  fragmentRemoved,
  consumedFragment,
  passedProps,
  sharedRange,
  rpc,
  route,
  redirect,
  globalCss,
  messages,
  sizeBudget,
  smoke,
]
