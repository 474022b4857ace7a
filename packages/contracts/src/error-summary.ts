/**
 * Attribute of the element that lists a form's errors. `BffForm` gives it the focus after a refusal, in preference to the
 * first invalid field.
 */
export const errorSummaryAttribute = 'data-error-summary'
