import type { OrderView } from '../../../../contract/orders.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './order-view.module.css';
import { Section } from './section.tsx';

type Contact = OrderView['contacts'][number];

/** Who hears about this order, and what they have said about being written to. */
export function OrderContacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useWords();
  return (
    <Section title={t('expiring.view.contacts')}>
      {contacts.length === 0 && <p className={style.trouble}>{t('expiring.view.no-contacts')}</p>}
      <ul className={style.lines}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <p>
              <strong>{contact.name ?? contact.address}</strong>
              <span className="quiet"> {partsText(contact, t)}</span>
            </p>
            <p className={style.wide}>
              {contact.name && <a href={`mailto:${contact.address}`}>{contact.address}</a>}
              {contact.phone && (
                <>
                  {contact.name && ' · '}
                  <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
                </>
              )}
            </p>
            <Standing contact={contact} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function partsText(contact: Contact, t: (key: string) => string): string {
  const known = ['decides', 'pays', 'installs', 'verified', 'main', 'technical'];
  return contact.parts.map((part) => (known.includes(part) ? t(`expiring.part.${part}`) : part)).join(' · ');
}

/** Whether and about what this address may be written to. */
function Standing({ contact }: { contact: Contact }) {
  const { t, rich } = useWords();
  const objected = contact.consents.filter((consent) => consent.objected);
  if (contact.disowned) return <p className={style.trouble}>{t('expiring.view.disowned')}</p>;
  if (contact.bouncingSince) {
    const at = <Moment key="at" at={contact.bouncingSince} short />;
    return <p className={style.trouble}>{rich('expiring.view.bouncing', { at })}</p>;
  }
  if (!contact.writable) return <p className="quiet">{t('expiring.view.not-writable')}</p>;
  if (objected.length === 0) return <p className="quiet">{t('expiring.view.hears-all')}</p>;
  return (
    <p className="quiet">
      {t('expiring.view.objected', {
        purposes: objected.map(({ purpose }) => t(`expiring.purpose.${purpose}`)).join(', '),
      })}
    </p>
  );
}
