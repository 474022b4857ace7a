/** The code with which the BFF refused a call, e.g. UNAUTHORIZED; nothing for other failures. */
export declare function refusedWith(error: unknown): string | undefined
