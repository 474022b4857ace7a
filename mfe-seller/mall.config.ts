import { defineMicroFrontend } from '@mallhive/mfe-kit/preset'

export default defineMicroFrontend({
  name: 'seller',
  exposes: { 'orders-page': './src/exposes/orders-page.tsx' },
  routes: { '/seller/orders': 'orders-page' },
  bff: '../bff/seller/src/router.ts',
})
