export declare function countryName(code: string, locale: string): string
export declare function countryOptions(locale: string): {
  value: string
  label: string
}[]
