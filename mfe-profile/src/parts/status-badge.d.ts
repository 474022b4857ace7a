import type { Status } from '@mallhive/bff-profile/router'
export declare const statusWords: Record<Status, string>
export declare function StatusBadge({ status }: { status: Status }): import('react').JSX.Element
