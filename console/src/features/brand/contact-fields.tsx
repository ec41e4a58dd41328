import { TextInput } from '@mantine/core';
import type { BrandLook } from '../../../../contract/brand.ts';
import { useWords } from '../../words/use-words.ts';
import type { BrandDraft } from './use-brand-draft.ts';

type Support = NonNullable<BrandLook['support']>;

const fields = ['email', 'phone', 'hours'] as const;
const most = { email: 254, phone: 40, hours: 120 } as const;

/** How customers reach a person. */
export function ContactFields({ draft: { look, set, drop, errorOf } }: { draft: BrandDraft }) {
  const { t } = useWords();
  const support: Support = look.support ?? {};
  const change = (field: keyof Support, value: string) => {
    const { [field]: _, ...rest } = support;
    const next = value === '' ? rest : { ...rest, [field]: value };
    if (Object.keys(next).length === 0) drop('support');
    else set({ support: next });
  };
  return fields.map((field) => {
    const value = support[field];
    return (
      <TextInput
        key={field}
        type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
        label={t(`brand.support.${field}`)}
        placeholder={t(`brand.support.${field}.such`)}
        // Hours that differ by language are kept as they are until somebody writes over them.
        value={typeof value === 'object' ? (Object.values(value)[0] ?? '') : (value ?? '')}
        maxLength={most[field]}
        error={errorOf(`support/${field}`)}
        onChange={({ currentTarget }) => change(field, currentTarget.value)}
      />
    );
  });
}
