import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact, NewContact } from '../../../../contract/contacts.ts';
import { isProblem } from '../../api/problem.ts';
import { ProblemNote, StaleNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { addContact, changeContact, customerQuery } from './customer-calls.ts';
import style from './customers.module.css';

interface ContactFormProps {
  readonly customer: string;
  /** Null for a new one. */
  readonly contact: Contact | null;
  readonly leave: () => void;
}

type FieldName = 'name' | 'address' | 'phone' | 'locale' | 'timeZone' | 'country';
type Typed = Readonly<Record<FieldName, string>>;

const fields: readonly { name: FieldName; type: string; most: number; example?: string }[] = [
  { name: 'name', type: 'text', most: 200 },
  { name: 'address', type: 'email', most: 320 },
  { name: 'phone', type: 'tel', most: 60 },
  { name: 'locale', type: 'text', most: 35, example: 'es-MX' },
  { name: 'timeZone', type: 'text', most: 60, example: 'America/Bogota' },
  { name: 'country', type: 'text', most: 2, example: 'CO' },
];

/**
 * A contact's own fields; in the place of its line. What its old address has said stays with that address. When somebody
 * else has changed it meanwhile, theirs is loaded beneath what was typed: neither is lost.
 */
export function ContactForm({ customer, contact, leave }: ContactFormProps) {
  const { t } = useWords();
  const queries = useQueryClient();
  // What the form was filled from; a newer state that the page has fetched since is not what the person has seen.
  const [base, setBase] = useState(contact);
  const [typed, setTyped] = useState<Typed>(() => typedOf(contact));
  const [theirs, setTheirs] = useState<Partial<Typed> | null>(null);
  const save = useMutation({
    mutationFn: (body: NewContact) =>
      base ? changeContact(customer, base, body) : addContact(customer, body),
    onSuccess: async (answer) => {
      if (base) {
        const onUndo = async () => void (await changeContact(customer, answer, bodyOf(typedOf(base))));
        toast({ text: t('customers.contact.changed'), onUndo });
      } else toast({ text: t('customers.contact.added') });
      leave();
      await queries.invalidateQueries();
    },
  });
  async function loadTheirs(): Promise<void> {
    const view = await queries.fetchQuery({ ...customerQuery(customer), staleTime: 0 });
    const fresh = view.contacts.find(({ id }) => id === base?.id);
    if (!fresh) return leave();
    const [was, is] = [typedOf(base), typedOf(fresh)];
    const changed = fields.filter(({ name }) => was[name] !== is[name]);
    setTheirs(Object.fromEntries(changed.map(({ name }) => [name, is[name]])));
    setTyped(merged({ was, is, typed }));
    setBase(fresh);
    save.reset();
  }
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(bodyOf(typed));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      {fields.map(({ name, type, most, example }, index) => (
        <TextInput
          key={name}
          label={t(`customers.contact.${name}`)}
          {...(name === 'address' ? { required: true } : {})}
          type={type}
          maxLength={most}
          placeholder={example ?? ''}
          autoFocus={index === 0}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          {...(theirs?.[name] === undefined
            ? {}
            : { description: t('customers.stale.theirs', { value: theirs[name] || 'none' }) })}
        />
      ))}
      <div className={style.formFoot}>
        {isProblem(save.error, 'stale') ? (
          <StaleNote reload={() => void loadTheirs()} />
        ) : (
          save.error && <ProblemNote problem={save.error} />
        )}
        {theirs && <p role="status">{t('customers.stale.loaded')}</p>}
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('shell.save')}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What was typed stays; where nothing was typed the newer state is taken. */
function merged({ was, is, typed }: Readonly<Record<'was' | 'is' | 'typed', Typed>>): Typed {
  const one = ({ name }: { readonly name: FieldName }) =>
    typed[name] === was[name] ? is[name] : typed[name];
  return Object.fromEntries(fields.map((field) => [field.name, one(field)])) as Record<FieldName, string>;
}

function typedOf(contact: Contact | null): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, contact?.[name] ?? ''])) as Record<
    FieldName,
    string
  >;
}

function bodyOf(typed: Typed): NewContact {
  const orNull = (text: string) => text.trim() || null;
  return {
    name: orNull(typed.name),
    address: typed.address.trim(),
    phone: orNull(typed.phone),
    locale: orNull(typed.locale),
    timeZone: orNull(typed.timeZone),
    country: orNull(typed.country.toUpperCase()),
  };
}
