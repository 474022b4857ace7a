/** Products in one part of the list of all slugs: a tenth of what a sitemap's file may hold. */
export const slugsPerPart = 5000
