import { router } from './bff.ts'
import { accountPage } from './procedures/account-page.ts'
import { deleteAddress } from './procedures/delete-address.ts'
import { getOrder } from './procedures/get-order.ts'
import { listAddresses } from './procedures/list-addresses.ts'
import { listOrders } from './procedures/list-orders.ts'
import { lookUpOrder } from './procedures/look-up-order.ts'
import { makeDefaultAddress } from './procedures/make-default-address.ts'
import { saveAddress } from './procedures/save-address.ts'
import { signIn } from './procedures/sign-in.ts'
import { signInPage } from './procedures/sign-in-page.ts'
import { signOut } from './procedures/sign-out.ts'
import { signUp } from './procedures/sign-up.ts'
import { whoAmI } from './procedures/who-am-i.ts'

export const appRouter = router({
  whoAmI,
  signInPage,
  signIn,
  signUp,
  signOut,
  accountPage,
  listOrders,
  getOrder,
  lookUpOrder,
  listAddresses,
  saveAddress,
  makeDefaultAddress,
  deleteAddress,
})

export type ProfileRouter = typeof appRouter
export type {
  AmountView,
  OrderCardView,
  OrderLineView,
  OrderView,
  Status,
  SubOrderView,
} from './orders/order-view.ts'
export type { AddressView } from './procedures/list-addresses.ts'
