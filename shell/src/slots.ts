/** The slots of the frame and the fragment that each shows. */
export const slots = {
  search: 'catalog/search-box',
  navigation: 'catalog/category-nav',
  account: 'profile/account-menu',
  cart: 'cart/mini-cart',
  footer: 'home/footer',
} as const
