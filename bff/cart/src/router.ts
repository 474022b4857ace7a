import { router } from './bff.ts'
import { addItem } from './procedures/add-item.ts'
import { getCart } from './procedures/get-cart.ts'
import { miniCart } from './procedures/mini-cart.ts'
import { removeItem } from './procedures/remove-item.ts'
import { setQuantity } from './procedures/set-quantity.ts'

export const appRouter = router({ getCart, miniCart, addItem, setQuantity, removeItem })

export type { CartLineView } from './cart-view/line-view.ts'
export type { CartView } from './cart-view/cart-view.ts'
export type CartRouter = typeof appRouter
