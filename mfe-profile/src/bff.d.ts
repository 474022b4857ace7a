export declare const bff: import('@mallhive/mfe-kit').BffClient<
  import('@trpc/server').TRPCBuiltRouter<
    {
      ctx: import('@mallhive/mfe-kit/bff').BffContext
      meta: import('@mallhive/mfe-kit/bff').BffMeta
      errorShape: {
        code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
        message: string
        data: {
          reason: string
          fields: Record<string, string>
          details: Record<string, string>
          code:
            | 'BAD_GATEWAY'
            | 'BAD_REQUEST'
            | 'CLIENT_CLOSED_REQUEST'
            | 'CONFLICT'
            | 'FORBIDDEN'
            | 'GATEWAY_TIMEOUT'
            | 'INTERNAL_SERVER_ERROR'
            | 'METHOD_NOT_SUPPORTED'
            | 'NOT_FOUND'
            | 'NOT_IMPLEMENTED'
            | 'PARSE_ERROR'
            | 'PAYLOAD_TOO_LARGE'
            | 'PAYMENT_REQUIRED'
            | 'PRECONDITION_FAILED'
            | 'PRECONDITION_REQUIRED'
            | 'SERVICE_UNAVAILABLE'
            | 'TIMEOUT'
            | 'TOO_MANY_REQUESTS'
            | 'UNAUTHORIZED'
            | 'UNPROCESSABLE_CONTENT'
            | 'UNSUPPORTED_MEDIA_TYPE'
          httpStatus: number
          path: string | undefined
        }
      }
      transformer: false
    },
    import('@trpc/server').TRPCDecorateCreateRouterOptions<{
      whoAmI: import('@trpc/server').TRPCQueryProcedure<{
        input: void
        output: {
          signedIn: boolean
          name: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      signInPage: import('@trpc/server').TRPCQueryProcedure<{
        input: {
          returnTo?: string | undefined
        }
        output: {
          signedIn: boolean
          returnTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      signIn: import('@trpc/server').TRPCMutationProcedure<{
        input: {
          email: string
          password: string
          returnTo?: string | undefined
        }
        output: {
          redirectTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      signUp: import('@trpc/server').TRPCMutationProcedure<{
        input: {
          name: string
          email: string
          password: string
          returnTo?: string | undefined
        }
        output: {
          redirectTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      signOut: import('@trpc/server').TRPCMutationProcedure<{
        input: void
        output: {}
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      accountPage: import('@trpc/server').TRPCQueryProcedure<{
        input: void
        output: {
          name: string
          email: string
          isSeller: boolean
          recent:
            | {
                number: string
                status: import('@mallhive/bff-profile/router').Status
                placedAt: string
                total: import('@mallhive/bff-profile/router').AmountView
                itemCount: number
                lines: import('@mallhive/bff-profile/router').OrderLineView[]
              }[]
            | undefined
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      listOrders: import('@trpc/server').TRPCQueryProcedure<{
        input: {
          after?: string | undefined
          size?: number | undefined
        }
        output: {
          orders: {
            number: string
            status: import('@mallhive/bff-profile/router').Status
            placedAt: string
            total: import('@mallhive/bff-profile/router').AmountView
            itemCount: number
            lines: import('@mallhive/bff-profile/router').OrderLineView[]
          }[]
          nextCursor: string | undefined
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      getOrder: import('@trpc/server').TRPCQueryProcedure<{
        input: {
          number: string
        }
        output: {
          number: string
          status: import('@mallhive/bff-profile/router').Status
          placedAt: string
          email: string
          address: string[]
          shippingLabel: string
          paymentLabel: string
          subOrders: {
            id: string
            sellerName: string
            status: import('@mallhive/bff-profile/router').Status
            lines: import('@mallhive/bff-profile/router').OrderLineView[]
          }[]
          timeline: {
            at: string
            status: import('@mallhive/bff-profile/router').Status
            note: string
          }[]
          totals: {
            items: import('@mallhive/bff-profile/router').AmountView
            discount: import('@mallhive/bff-profile/router').AmountView
            shipping: import('@mallhive/bff-profile/router').AmountView
            tax: import('@mallhive/bff-profile/router').AmountView
            total: import('@mallhive/bff-profile/router').AmountView
            taxIncluded: boolean
          }
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      lookUpOrder: import('@trpc/server').TRPCMutationProcedure<{
        input: {
          number: string
          email: string
        }
        output: {
          redirectTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      listAddresses: import('@trpc/server').TRPCQueryProcedure<{
        input: void
        output: {
          addresses: {
            id: string
            isDefault: boolean
            name: string
            line1: string
            line2: string
            city: string
            region: string
            postcode: string
            country: string
            phone: string
          }[]
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      saveAddress: import('@trpc/server').TRPCMutationProcedure<{
        input: {
          id?: string | undefined
          name: string
          line1: string
          line2?: string | undefined
          postcode: string
          city: string
          region?: string | undefined
          country: string
          phone?: string | undefined
          isDefault?: 'on' | undefined
        }
        output: {
          redirectTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      makeDefaultAddress: import('@trpc/server').TRPCMutationProcedure<{
        input: {
          id: string
        }
        output: {
          redirectTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
      deleteAddress: import('@trpc/server').TRPCMutationProcedure<{
        input: {
          id: string
        }
        output: {
          redirectTo: string
        }
        meta: import('@mallhive/mfe-kit/bff').BffMeta
        errorShape: {
          code: import('@trpc/server').TRPC_ERROR_CODE_NUMBER
          message: string
          data: {
            reason: string
            fields: Record<string, string>
            details: Record<string, string>
            code:
              | 'BAD_GATEWAY'
              | 'BAD_REQUEST'
              | 'CLIENT_CLOSED_REQUEST'
              | 'CONFLICT'
              | 'FORBIDDEN'
              | 'GATEWAY_TIMEOUT'
              | 'INTERNAL_SERVER_ERROR'
              | 'METHOD_NOT_SUPPORTED'
              | 'NOT_FOUND'
              | 'NOT_IMPLEMENTED'
              | 'PARSE_ERROR'
              | 'PAYLOAD_TOO_LARGE'
              | 'PAYMENT_REQUIRED'
              | 'PRECONDITION_FAILED'
              | 'PRECONDITION_REQUIRED'
              | 'SERVICE_UNAVAILABLE'
              | 'TIMEOUT'
              | 'TOO_MANY_REQUESTS'
              | 'UNAUTHORIZED'
              | 'UNPROCESSABLE_CONTENT'
              | 'UNSUPPORTED_MEDIA_TYPE'
            httpStatus: number
            path: string | undefined
          }
        }
      }>
    }>
  >
>
