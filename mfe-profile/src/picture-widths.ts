/** The widths that every product picture exists in. */
export const pictureWidths = [160, 400, 800]
