/** The places that the shell keeps free on every page, and whose fragment stands there. */
export const slots = {
  search: 'catalog/search-box',
  navigation: 'catalog/category-nav',
  account: 'profile/account-menu',
  cart: 'cart/mini-cart',
  footer: 'home/footer',
} as const
