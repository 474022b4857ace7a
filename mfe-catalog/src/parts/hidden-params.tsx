import { hrefOf, type ListAddress } from '../list-address.ts'

/** Hidden fields for the unchanged parameters of the list's address, for a GET form that changes one of them. */
export function HiddenParams({ address, except }: { address: ListAddress; except: string[] }) {
  const params = new URLSearchParams(hrefOf('', address).slice(1))
  return [...params]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
