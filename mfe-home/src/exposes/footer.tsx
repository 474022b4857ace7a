import { Anchor, Icon, Logo, PageWidth, icons } from '@mallhive/design-system'
import type { IconPath } from '@mallhive/design-system'
import styles from './footer.module.css'

const promises: [IconPath, string, string][] = [
  [icons.bag, 'One cart for every shop', 'And one checkout. Your cart is saved for 30 days.'],
  [icons.user, 'No account needed', 'Order as a guest and find your order by its number.'],
  [icons.truck, 'Sent by each shop', 'Follow every parcel in your order.'],
]

const columns = [
  {
    title: 'Your shopping',
    links: [
      ['Cart', '/cart'],
      ['Orders', '/orders'],
      ['Find an order', '/order-lookup'],
    ],
  },
  {
    title: 'Your account',
    links: [
      ['Sign in', '/sign-in'],
      ['Create an account', '/sign-up'],
      ['Addresses', '/addresses'],
    ],
  },
  {
    title: 'For shops',
    links: [['Orders to ship', '/seller/orders']],
  },
] as const

/** The mall's promises and the links of every page. */
export default function Footer() {
  return (
    <div className={styles.footer}>
      <PageWidth>
        <ul className={styles.promises}>
          {promises.map(([icon, title, words]) => (
            <li key={title} className={styles.promise}>
              <Icon path={icon} size={24} />
              <div>
                <p className={styles.promiseTitle}>{title}</p>
                <p className={styles.soft}>{words}</p>
              </div>
            </li>
          ))}
        </ul>
        <div className={styles.columns}>
          <div className={styles.about}>
            <Logo />
            <p className={styles.soft}>A mall of small, independent shops.</p>
          </div>
          {columns.map(({ title, links }) => (
            <nav key={title} aria-label={title}>
              <p className={styles.title}>{title}</p>
              <ul className={styles.links}>
                {links.map(([label, href]) => (
                  <li key={href}>
                    <Anchor href={href} className={styles.link}>
                      {label}
                    </Anchor>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </PageWidth>
    </div>
  )
}
