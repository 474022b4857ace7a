/** Where remotes find the federation runtime that their host lends them. */
export const bundlerRuntimeGlobal = '_FEDERATION_BUNDLER_RUNTIME'
