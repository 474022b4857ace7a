import { fromJson, type JsonValue } from '@bufbuild/protobuf'
import { OrderSchema } from '@mallhive/contracts/orders'
import { orderConfirmation, template as confirmation } from '../mail/order-confirmation.ts'

export interface Content {
  subject: string
  html: string
  text: string
}

/** Renders a delivery's facts at sending, by template name. Only facts are stored, never text. */
export const templates: Record<string, (facts: JsonValue, publicOrigin: string) => Content> = {
  [confirmation]: (facts, publicOrigin) =>
    orderConfirmation(fromJson(OrderSchema, facts, { ignoreUnknownFields: true }), publicOrigin),
}
