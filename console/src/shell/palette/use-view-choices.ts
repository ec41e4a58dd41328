import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../words/use-words.ts';
import { useNavigation } from '../layout/use-navigation.ts';
import { useViews } from '../views/use-views.ts';
import { addressOfView } from '../views/view-words.ts';
import type { Choice } from './choice.ts';

/** The person's views, each of which opens its page. */
export function useViewChoices(): readonly Choice[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const known = useViews();
  const there = useNavigation();
  return (known?.views ?? []).flatMap((view) => {
    const page = there.find(({ path }) => path === `/${view.page}`);
    if (!page) return [];
    return {
      id: `view-${view.id}`,
      group: 'view',
      title: view.name,
      detail: t(`nav.${page.nav.name}`),
      icon: 'bookmark',
      run: () => void navigate({ to: page.path as never, search: addressOfView(view) as never }),
    };
  });
}
