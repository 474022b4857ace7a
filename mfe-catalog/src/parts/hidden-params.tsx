import { hrefOf, type ListAddress } from '../list-address.ts'

/** The rest of the list's address, for a GET form that changes one part of it. */
export function HiddenParams({ address, except }: { address: ListAddress; except: string[] }) {
  const params = new URLSearchParams(hrefOf('', address).slice(1))
  return [...params]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
