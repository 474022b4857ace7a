import { Notice } from '@mallhive/design-system'
import type { Problem } from './overview.ts'

/** Lists releases that cannot be loaded or fail at run time; the last good versions serve meanwhile. */
export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="honey" title="Problems with releases">
      <ul>
        {problems.map(({ name, version, message, detail, since }) => (
          <li key={`${name}@${version} ${message}`}>
            <strong>{version ? `${name} ${version}` : name}</strong>: {message}
            {detail && `: ${detail}`} (since {since.slice(11, 19)} UTC)
          </li>
        ))}
      </ul>
    </Notice>
  )
}
