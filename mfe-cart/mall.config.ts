import { defineMicroFrontend } from '@mallhive/mfe-kit/preset'

export default defineMicroFrontend({
  name: 'cart',
  exposes: {
    'cart-page': './src/exposes/cart-page.tsx',
    'mini-cart': './src/exposes/mini-cart.tsx',
    'add-to-cart': './src/exposes/add-to-cart.tsx',
    'quick-add': './src/exposes/quick-add.tsx',
  },
  onEveryPage: ['mini-cart', 'quick-add'],
  routes: { '/cart': 'cart-page' },
  consumes: ['home/recommendations'],
  bff: '../bff/cart/src/router.ts',
})
