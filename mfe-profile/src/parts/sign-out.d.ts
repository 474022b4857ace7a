/** Ends with a document load, so that nothing of the account stays in the page's memory. */
export declare function SignOut(): import('react').JSX.Element
