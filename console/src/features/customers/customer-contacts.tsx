import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Consent, Contact } from '../../../../contract/contacts.ts';
import type { CustomerView } from '../../../../contract/customers.ts';
import { useMay } from '../../api/use-session.ts';
import { HelpLink } from '../../shell/help/help-link.tsx';
import { Icon } from '../../shell/icon.tsx';
import { Day, Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { ContactForm } from './contact-form.tsx';
import { changeConsent, useChange } from './customer-calls.ts';
import style from './customers.module.css';
import { Part } from './part.tsx';

/** The people there: how to reach them, and what each has agreed to hear. */
export function CustomerContacts({ customer }: { customer: CustomerView }) {
  const { t } = useWords();
  const may = useMay('customers:change');
  const [edited, edit] = useState<string | null>(null);
  const add = may && edited !== 'new' && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => edit('new')}>
      {t('customers.contact.add')}
    </Button>
  );
  return (
    <Part title={t('customers.contacts')} action={add}>
      {edited === 'new' && <ContactForm customer={customer.id} contact={null} leave={() => edit(null)} />}
      {customer.contacts.length === 0 && edited !== 'new' && (
        <p className={style.trouble}>{t('customers.contacts.none')}</p>
      )}
      <ul className={style.rows}>
        {customer.contacts.map((contact) => (
          <li key={contact.id} className={style.contact}>
            {edited === contact.id ? (
              <ContactForm customer={customer.id} contact={contact} leave={() => edit(null)} />
            ) : (
              <ContactLine customer={customer.id} contact={contact} may={may} edit={() => edit(contact.id)} />
            )}
          </li>
        ))}
      </ul>
      <HelpLink about="wrong-contact" />
    </Part>
  );
}

function ContactLine({ customer, contact, may, edit }: ConsentsProps & { edit: () => void }) {
  const { t } = useWords();
  const parts = [
    contact.isMain && t('customers.contact.main'),
    contact.isTechnical && t('customers.contact.technical'),
  ].filter(Boolean);
  return (
    <>
      <div className={style.person}>
        <p>
          <strong>{contact.name ?? contact.address}</strong>
          {parts.length > 0 && <span className="quiet"> · {parts.join(', ')}</span>}
        </p>
        <p className={style.reach}>
          <a href={`mailto:${contact.address}`}>{contact.address}</a>
          {contact.phone && <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>}
          {contact.locale && <span className="quiet">{contact.locale}</span>}
        </p>
        {contact.bouncingSince && (
          <p className={style.trouble}>
            <Icon name="warning" size={14} /> {t('customers.contact.bouncing')}{' '}
            <Moment at={contact.bouncingSince} short />
          </p>
        )}
        {!contact.writable && <p className="quiet">{t('customers.contact.never')}</p>}
      </div>
      <Consents customer={customer} contact={contact} may={may} />
      {may && (
        <Button
          variant="subtle"
          aria-label={t('customers.contact.change-one', { name: contact.name ?? contact.address })}
          onClick={edit}
        >
          {t('customers.contact.change')}
        </Button>
      )}
    </>
  );
}

interface ConsentsProps {
  readonly customer: string;
  readonly contact: Contact;
  readonly may: boolean;
}

/** One switch for each purpose: on means that it may be written. */
function Consents({ customer, contact, may }: ConsentsProps) {
  const { t } = useWords();
  return (
    <fieldset className={style.consents}>
      <legend className="unseen">{t('customers.consents', { name: contact.name ?? contact.address })}</legend>
      {contact.consents.map((consent) => (
        <ConsentSwitch
          key={consent.purpose}
          customer={customer}
          contact={contact}
          consent={consent}
          may={may}
        />
      ))}
    </fieldset>
  );
}

function ConsentSwitch({ customer, contact, consent, may }: ConsentsProps & { consent: Consent }) {
  const { t } = useWords();
  const { purpose, objected } = consent;
  const name = contact.name ?? contact.address;
  const change = useChange((next: boolean) => changeConsent(customer, contact, { purpose, objected: next }), {
    says: (next) =>
      t(next ? 'customers.consent.said.objected' : 'customers.consent.said.agreed', {
        name,
        purpose: t(`customers.purpose.${purpose}`),
      }),
  });
  const isObjected = change.isPending ? change.variables : objected;
  return (
    <label className={style.consent} data-off={isObjected || undefined}>
      <input
        type="checkbox"
        checked={!isObjected}
        disabled={!may}
        onChange={(event) => change.mutate(!event.currentTarget.checked)}
      />
      <span>
        {t(`customers.purpose.${purpose}`)}
        {objected && consent.at && (
          <small>
            {' '}
            {t('customers.consent.since')} <Day on={consent.at.slice(0, 10)} />
          </small>
        )}
      </span>
    </label>
  );
}
