import { fromJson, type JsonValue } from '@bufbuild/protobuf'
import { OrderSchema } from '@mallhive/contracts/orders'
import { orderConfirmation, template as confirmation } from '../mail/order-confirmation.ts'

export interface Content {
  subject: string
  html: string
  text: string
}

/** What each template makes of a delivery's facts when it is sent. Facts are kept, text is not. */
export const templates: Record<string, (facts: JsonValue, publicOrigin: string) => Content> = {
  [confirmation]: (facts, publicOrigin) =>
    orderConfirmation(fromJson(OrderSchema, facts, { ignoreUnknownFields: true }), publicOrigin),
}
