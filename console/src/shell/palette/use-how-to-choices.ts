import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../words/use-words.ts';
import { howToIds } from '../help/how-to-ids.ts';
import { hasWords, plainText } from '../plain-text.ts';
import type { Choice } from './choice.ts';

const shortest = 3;

/** The how-tos of which question or other names hold every word that was typed. */
export function useHowToChoices(typed: string): readonly Choice[] {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const wanted = plainText(typed, locale);
  if (wanted.length < shortest) return [];
  return howToIds
    .filter((id) =>
      hasWords(plainText(`${t(`playbook.how-to.${id}`)} ${t(`playbook.find.${id}`)}`, locale), wanted),
    )
    .map((id) => ({
      id: `how-to-${id}`,
      group: 'how-to',
      title: t(`playbook.how-to.${id}`),
      detail: null,
      icon: 'playbook',
      run: () => void navigate({ to: `/playbook/${id}` as never }),
    }));
}
