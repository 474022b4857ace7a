import { Column } from '@react-email/column'
import { Row } from '@react-email/row'
import { Section } from '@react-email/section'
import type { TotalRow } from '../order-facts.ts'
import { light } from './palette.ts'

export function TotalsTable({ rows }: { rows: TotalRow[] }) {
  return (
    <Section className="line" style={{ marginTop: 24, borderTop: `1px solid ${light.line}`, paddingTop: 6 }}>
      {rows.map(({ label, amount, strong }) => (
        <Row key={label} style={{ fontWeight: strong ? 700 : 400 }}>
          <Column style={{ padding: '6px 12px 0 0' }}>{label}</Column>
          <Column
            align="right"
            valign="top"
            translate="no"
            style={{ padding: '6px 0 0', whiteSpace: 'nowrap' }}
          >
            {amount}
          </Column>
        </Row>
      ))}
    </Section>
  )
}
