import { createBff } from '@mallhive/mfe-kit/bff'

export const { router, seller } = createBff()
