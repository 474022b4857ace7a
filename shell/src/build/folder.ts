/**
 * The folder of the build, relative to the shell's folder. Builds have names, so that a new one does not replace the files
 * of a running shell.
 */
export const buildFolder = `.next/${process.env['SHELL_BUILD'] ?? 'default'}`

/** The folder of the build's browser files. */
export const staticFolder = new URL(`../../${buildFolder}/static`, import.meta.url).pathname
