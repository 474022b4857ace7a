import type { ProductView } from '@mallhive/bff-catalog/router'
import { Prose, SummaryList } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import styles from './product-story.module.css'

/** The description and attributes of a product. */
export function ProductStory({ product }: { product: ProductView }) {
  const t = useMessages()
  const paragraphs = product.description.split(/\n{2,}/).filter(Boolean)
  return (
    <div className={styles.story}>
      <section aria-labelledby="about-title">
        <h2 id="about-title" className={styles.title}>
          {t('product.about')}
        </h2>
        <Prose lang={product.lang}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Prose>
      </section>
      {product.attributes.length > 0 ? (
        <section aria-labelledby="facts-title">
          <h2 id="facts-title" className={styles.title}>
            {t('product.details')}
          </h2>
          <SummaryList
            rows={product.attributes.map(({ label, labelLang, value, valueLang }) => ({
              label: <span lang={labelLang}>{label}</span>,
              value: <span lang={valueLang}>{value}</span>,
            }))}
          />
        </section>
      ) : null}
    </div>
  )
}
