/** Returns the chosen options as text: "Colour: Clay, Size: M"; empty without options. */
export const optionsLabel = (options: readonly { label: string; value: string }[]): string =>
  options.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join(', ')
