import { createBff } from '@mallhive/mfe-kit/bff'

export const { router, procedure } = createBff()
