/** Most events in the head of a response, after which its answer is wrong. */
export const mostForgetOn = 1000
