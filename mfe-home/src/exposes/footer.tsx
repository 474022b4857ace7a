import { Anchor, Icon, Logo, PageWidth, icons } from '@mallhive/design-system'
import { useMessages } from '../footer-messages.ts'
import styles from './footer.module.css'

const promises = [
  [icons.bag, 'promise.cart'],
  [icons.user, 'promise.guest'],
  [icons.truck, 'promise.parcels'],
] as const

const columns = [
  {
    title: 'shopping',
    links: [
      ['cart', '/cart'],
      ['orders', '/orders'],
      ['order-lookup', '/order-lookup'],
    ],
  },
  {
    title: 'account',
    links: [
      ['sign-in', '/sign-in'],
      ['sign-up', '/sign-up'],
      ['addresses', '/addresses'],
    ],
  },
  {
    title: 'sellers',
    links: [['orders-to-ship', '/seller/orders']],
  },
] as const

/** The mall's promises and the links of every page. */
export default function Footer() {
  const t = useMessages()
  return (
    <div className={styles.footer}>
      <PageWidth>
        <ul className={styles.promises}>
          {promises.map(([icon, promise]) => (
            <li key={promise} className={styles.promise}>
              <Icon path={icon} size={24} />
              <div>
                <p className={styles.promiseTitle}>{t(`${promise}.title`)}</p>
                <p className={styles.soft}>{t(`${promise}.words`)}</p>
              </div>
            </li>
          ))}
        </ul>
        <div className={styles.columns}>
          <div className={styles.about}>
            <Logo />
            <p className={styles.soft}>{t('about')}</p>
          </div>
          {columns.map(({ title, links }) => (
            <nav key={title} aria-label={t(title)}>
              <p className={styles.title}>{t(title)}</p>
              <ul className={styles.links}>
                {links.map(([label, href]) => (
                  <li key={href}>
                    <Anchor href={href} className={styles.link}>
                      {t(label)}
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
