import { defineMicroFrontend } from '@mallhive/mfe-kit/preset'

export default defineMicroFrontend({
  name: 'profile',
  exposes: {
    'sign-in-page': './src/exposes/sign-in-page.tsx',
    'sign-up-page': './src/exposes/sign-up-page.tsx',
    'account-page': './src/exposes/account-page.tsx',
    'orders-page': './src/exposes/orders-page.tsx',
    'order-page': './src/exposes/order-page.tsx',
    'order-lookup-page': './src/exposes/order-lookup-page.tsx',
    'addresses-page': './src/exposes/addresses-page.tsx',
    'account-menu': './src/exposes/account-menu.tsx',
  },
  onEveryPage: ['account-menu'],
  routes: {
    '/sign-in': 'sign-in-page',
    '/sign-up': 'sign-up-page',
    '/account': 'account-page',
    '/orders': 'orders-page',
    '/orders/:number': 'order-page',
    '/order-lookup': 'order-lookup-page',
    '/addresses': 'addresses-page',
  },
  consumes: ['home/recommendations'],
  bff: '../bff/profile/src/router.ts',
})
