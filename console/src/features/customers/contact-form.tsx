import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact, NewContact } from '../../../../contract/contacts.ts';
import { isProblem } from '../../api/problem.ts';
import { ProblemNote, StaleNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { addContact, changeContact } from './customer-calls.ts';
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

/** A contact's own fields; in the place of its line. What its old address has said stays with that address. */
export function ContactForm({ customer, contact, leave }: ContactFormProps) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(() => typedOf(contact));
  const save = useMutation({
    mutationFn: (body: NewContact) =>
      contact ? changeContact(customer, contact, body) : addContact(customer, body),
    onSuccess: async (answer) => {
      if (contact) {
        const onUndo = async () => void (await changeContact(customer, answer, bodyOf(typedOf(contact))));
        toast({ text: t('customers.contact.changed'), onUndo });
      } else toast({ text: t('customers.contact.added') });
      leave();
      await queries.invalidateQueries();
    },
  });
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
        />
      ))}
      <div className={style.formFoot}>
        {isProblem(save.error, 'stale') ? (
          <StaleNote
            reload={() => void queries.invalidateQueries({ queryKey: ['customer', customer] }).then(leave)}
          />
        ) : (
          save.error && <ProblemNote problem={save.error} />
        )}
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
