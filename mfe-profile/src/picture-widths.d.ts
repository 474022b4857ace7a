/** The widths that every product picture exists in. */
export declare const pictureWidths: number[]
