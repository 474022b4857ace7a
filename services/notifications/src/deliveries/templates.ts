import { fromJson, type JsonValue } from '@bufbuild/protobuf'
import { OrderSchema } from '@mallhive/contracts/orders'
import { loadTsx } from '../mail/load-tsx.ts'
import type { Content } from '../mail/render-mail.tsx'

/** Renders the facts of a delivery. Only facts are stored, never text. */
type Render = (facts: JsonValue, publicOrigin: string) => Promise<Content>

export const orderConfirmationTemplate = 'order-confirmation'

/**
 * The mails by template name. Renderer and templates are loaded with the first mail, so that the service starts without
 * React.
 */
export const templates: Record<string, Render> = {
  [orderConfirmationTemplate]: async (facts, publicOrigin) => {
    loadTsx()
    const { renderMail } = await import('../mail/render-mail.tsx')
    const { orderConfirmation } = await import('../mail/order-confirmation.tsx')
    const order = fromJson(OrderSchema, facts, { ignoreUnknownFields: true })
    return renderMail(orderConfirmation, order, { locale: order.locale, publicOrigin })
  },
}
