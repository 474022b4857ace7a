// JavaScript, because Next would compile a TypeScript config at every start.
export { config as default } from './src/build/next-config.ts'
