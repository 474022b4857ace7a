/** Products per sitemap part: a tenth of the limit of a sitemap file. */
export const slugsPerPart = 5000
