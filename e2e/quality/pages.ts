/** Pages that anybody may open, one of each kind. */
export const publicPages = {
  home: '/',
  category: '/c/kitchen',
  search: '/search?q=mug',
  'search without results': '/search?q=zzzzqqqq',
  product: '/p/',
  cart: '/cart',
  'sign in': '/sign-in',
  'sign up': '/sign-up',
  'order look-up': '/order-lookup',
  'not found': '/no-such-page',
}
