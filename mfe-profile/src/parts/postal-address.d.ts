/** An address as it stands on a parcel; the first line is the name. */
export declare function PostalAddress({ lines }: { lines: string[] }): import('react').JSX.Element
