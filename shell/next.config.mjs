// JavaScript, because Next would compile TypeScript anew whenever a shell starts.
export { config as default } from './src/build/next-config.ts'
