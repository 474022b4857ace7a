/** Widths of product pictures that lines of orders show, in pixels. */
export const pictureWidths = [160, 400]
