import { defineMicroFrontend } from '@mallhive/mfe-kit/preset'

export default defineMicroFrontend({
  name: 'checkout',
  exposes: {
    'start-page': './src/exposes/start-page.tsx',
    'address-page': './src/exposes/address-page.tsx',
    'shipping-page': './src/exposes/shipping-page.tsx',
    'payment-page': './src/exposes/payment-page.tsx',
    'review-page': './src/exposes/review-page.tsx',
    'return-page': './src/exposes/return-page.tsx',
    'done-page': './src/exposes/done-page.tsx',
  },
  routes: {
    '/checkout': 'start-page',
    '/checkout/:id/address': 'address-page',
    '/checkout/:id/shipping': 'shipping-page',
    '/checkout/:id/payment': 'payment-page',
    '/checkout/:id/review': 'review-page',
    '/checkout/:id/return': 'return-page',
    '/checkout/:id/done': 'done-page',
  },
  consumes: ['catalog/order-noted'],
  bff: '../bff/checkout/src/router.ts',
})
