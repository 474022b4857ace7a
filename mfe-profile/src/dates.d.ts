/** In UTC, so that server and browser write the same day. */
export declare function dayOf(iso: string, locale: string): string
export declare function minuteOf(iso: string, locale: string): string
