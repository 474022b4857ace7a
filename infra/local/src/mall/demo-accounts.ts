/** Public demo accounts that the seed creates. */
export const demoAccounts = [
  { email: 'shopper@mallhive.test', password: 'mallhive-demo', what: 'buys' },
  { email: 'seller@mallhive.test', password: 'mallhive-demo', what: 'sees the orders of a shop' },
  { email: 'admin@mallhive.test', password: 'mallhive-demo', what: 'runs the mall' },
]
