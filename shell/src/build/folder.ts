/**
 * Where `next build` writes and the shell reads, below the shell's folder. Builds have names, so that a new one does not
 * take away the files of a shell that runs from an older one.
 */
export const buildFolder = `.next/${process.env['SHELL_BUILD'] ?? 'default'}`

/** What browsers download of it. */
export const staticFolder = new URL(`../../${buildFolder}/static`, import.meta.url).pathname
