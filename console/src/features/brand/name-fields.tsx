import { TextInput } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import type { BrandDraft } from './use-brand-draft.ts';

const fields = ['senderName', 'website', 'consoleUrl'] as const;

/** What the company is called, and where it is on the web. */
export function NameFields({ draft: { look, set, drop, errorOf } }: { draft: BrandDraft }) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('brand.name')}
        value={look.name}
        maxLength={80}
        error={errorOf('name')}
        onChange={({ currentTarget: { value } }) => set({ name: value })}
      />
      {fields.map((field) => (
        <TextInput
          key={field}
          label={t(`brand.${field}`)}
          description={t(`brand.${field}.line`)}
          placeholder={field === 'senderName' ? look.name : 'https://'}
          type={field === 'senderName' ? 'text' : 'url'}
          value={look[field] ?? ''}
          maxLength={field === 'senderName' ? 80 : 500}
          error={errorOf(field)}
          onChange={({ currentTarget: { value } }) => (value === '' ? drop(field) : set({ [field]: value }))}
        />
      ))}
    </>
  );
}
