import { randomBytes, randomUUID } from 'node:crypto'
import type { Method, Payment, Store } from './store.ts'
import type { Webhooks } from './webhooks.ts'

export type Authorisation = {
  reference: string
  amount: number
  currency: string
  payment_method: string
  return_url: string
}
export type Answer = { status: number; body: object }
export type Network = ReturnType<typeof openNetwork>

/** The rules of the card network. Each change is journalled with its webhook and with the answer for its idempotency key. */
export function openNetwork(store: Store, webhooks: Webhooks, origin: () => string) {
  function change(payment: Payment, key: string | undefined, status: number): Answer {
    const body = view(payment, origin())
    const event = {
      id: `evt_${randomUUID()}`,
      type: `payment.${payment.status}`,
      created: Date.now(),
      data: body,
      copies: Math.random() < 0.5 ? 2 : 1,
    }
    store.save(
      { kind: 'payment', value: payment },
      { kind: 'event', value: event },
      ...(key ? [{ kind: 'answer' as const, value: { key, status, body } }] : []),
    )
    webhooks.send(event)
    return { status, body }
  }

  return {
    find: (reference: string) => store.payments.get(reference),
    show: (payment: Payment): Answer => ({ status: 200, body: view(payment, origin()) }),
    repeated: (key: string): Answer | undefined => store.answers.get(key),

    authorise(key: string, wanted: Authorisation, method: Method): Answer {
      const known = store.payments.get(wanted.reference)
      // A void that arrived before its authorisation stays in force.
      if (known?.status === 'voided') return { status: 200, body: view(known, origin()) }
      if (known) return refused('reference_taken')
      const { behaviour } = method
      const decline =
        behaviour === 'decline' ? 'card_declined' : behaviour === 'insufficient_funds' ? behaviour : undefined
      const payment: Payment = {
        reference: wanted.reference,
        status: decline ? 'declined' : behaviour === 'challenge' ? 'requires_action' : 'authorised',
        amount: wanted.amount,
        currency: wanted.currency,
        behaviour,
        returnUrl: wanted.return_url,
        challenge: behaviour === 'challenge' ? randomBytes(18).toString('base64url') : undefined,
        declineCode: decline,
        captures: [],
      }
      return change(payment, key, 201)
    },

    /** A new idempotency key makes a new charge, even of a captured payment. */
    capture(key: string, reference: string): Answer {
      const payment = store.payments.get(reference)
      if (!payment) return { status: 404, body: { error: 'no_such_payment' } }
      if (payment.status !== 'authorised' && payment.status !== 'captured')
        return refused(`payment_${payment.status}`)
      if (payment.behaviour === 'capture_refused') return refused('capture_refused')
      return change(
        { ...payment, status: 'captured', captures: [...payment.captures, payment.amount] },
        key,
        200,
      )
    },

    void(key: string, reference: string): Answer {
      const known = store.payments.get(reference)
      if (known?.status === 'captured') return refused('already_captured')
      if (known?.status === 'voided') return { status: 200, body: view(known, origin()) }
      return change({ ...(known ?? unseen(reference)), status: 'voided' }, key, 200)
    },

    byChallenge: (secret: string) =>
      [...store.payments.values()].find((payment) => payment.challenge === secret),

    answerChallenge(payment: Payment, approved: boolean): void {
      if (payment.status !== 'requires_action') return
      const declineCode = approved ? undefined : 'authentication_failed'
      change({ ...payment, status: approved ? 'authorised' : 'declined', declineCode }, undefined, 200)
    },
  }
}

const refused = (error: string): Answer => ({ status: 409, body: { error } })

const unseen = (reference: string): Payment => ({
  reference,
  status: 'voided',
  amount: 0,
  currency: '',
  behaviour: 'approve',
  returnUrl: '',
  captures: [],
})

function view(payment: Payment, origin: string): object {
  return {
    id: `pay_${payment.reference.replaceAll('-', '')}`,
    reference: payment.reference,
    status: payment.status,
    amount: payment.amount,
    currency: payment.currency,
    decline_code: payment.declineCode ?? null,
    next_action_url:
      payment.status === 'requires_action'
        ? `${origin}/challenge/${payment.reference}?secret=${payment.challenge}`
        : null,
  }
}
