import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './brand.module.css';
import type { BrandDraft } from './use-brand-draft.ts';

const most = 8;

/** Links under each message, in this order. */
export function SocialFields({ draft: { look, set, errorOf } }: { draft: BrandDraft }) {
  const { t } = useWords();
  const { social } = look;
  const change = (at: number, fields: Partial<(typeof social)[number]>) =>
    set({ social: social.with(at, { ...social[at]!, ...fields }) });
  return (
    <>
      {social.length > 0 && (
        <ul className={style.links}>
          {social.map(({ name, url }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link has no name of its own but its place
            <li key={at}>
              <TextInput
                label={t('brand.social.name')}
                placeholder="LinkedIn"
                value={name}
                maxLength={40}
                error={errorOf(`social/${at}/name`)}
                onChange={({ currentTarget: { value } }) => change(at, { name: value })}
              />
              <TextInput
                type="url"
                label={t('brand.social.url')}
                placeholder="https://"
                value={url}
                maxLength={500}
                error={errorOf(`social/${at}/url`)}
                onChange={({ currentTarget: { value } }) => change(at, { url: value })}
              />
              <ActionIcon
                aria-label={t('brand.social.remove', { name: name || String(at + 1) })}
                onClick={() => set({ social: social.toSpliced(at, 1) })}
              >
                <Icon name="close" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {social.length < most && (
        <div>
          <Button
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => set({ social: [...social, { name: '', url: '' }] })}
          >
            {t('brand.social.add')}
          </Button>
        </div>
      )}
    </>
  );
}
