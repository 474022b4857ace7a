/** Available widths of every product picture, in pixels. */
export const pictureWidths = [160, 400, 800]
