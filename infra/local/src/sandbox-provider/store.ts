import { type Behaviour } from './cards.ts'
import { openJournal } from './journal.ts'

export type Method = { id: string; label: string; behaviour: Behaviour }

export type Payment = {
  reference: string
  status: 'requires_action' | 'authorised' | 'declined' | 'captured' | 'voided'
  amount: number
  currency: string
  behaviour: Behaviour
  returnUrl: string
  /** Unguessable part of the challenge page's address. */
  challenge?: string
  declineCode?: string
  /** One amount per charge. The network does not prevent double charges: more than one entry is a fault of the merchant. */
  captures: number[]
}

export type WebhookEvent = { id: string; type: string; created: number; data: object; copies: number }

type Answered = { key: string; status: number; body: object }
type Row =
  | { kind: 'method'; value: Method }
  | { kind: 'payment'; value: Payment }
  | { kind: 'answer'; value: Answered }
  | { kind: 'event'; value: WebhookEvent }
  | { kind: 'delivered'; value: string }

export type Store = Disposable & {
  methods: Map<string, Method>
  payments: Map<string, Payment>
  answers: Map<string, Answered>
  /** Events that the webhook endpoint has not accepted yet. */
  pending: Map<string, WebhookEvent>
  save(...rows: Row[]): void
}

export function openStore(directory: string): Store {
  const methods = new Map<string, Method>()
  const payments = new Map<string, Payment>()
  const answers = new Map<string, Answered>()
  const pending = new Map<string, WebhookEvent>()
  const apply = (row: Row): void => {
    if (row.kind === 'method') methods.set(row.value.id, row.value)
    else if (row.kind === 'payment') payments.set(row.value.reference, row.value)
    else if (row.kind === 'answer') answers.set(row.value.key, row.value)
    else if (row.kind === 'event') pending.set(row.value.id, row.value)
    else pending.delete(row.value)
  }
  const journal = openJournal<Row[]>(directory, (rows) => rows.forEach(apply))
  return {
    methods,
    payments,
    answers,
    pending,
    // One line per call, so that a crash keeps all of its records or none.
    save(...rows) {
      journal.append(rows)
      rows.forEach(apply)
    },
    [Symbol.dispose]: () => journal[Symbol.dispose](),
  }
}
