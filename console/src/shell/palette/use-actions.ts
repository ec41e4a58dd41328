import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { useKept } from '../kept.ts';
import { useSignOut } from '../layout/use-sign-out.ts';
import { pages } from '../pages.tsx';
import type { Choice } from './choice.ts';

/** What can be done from anywhere. */
export function useActions(help: () => void): readonly Choice[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const mayImport = useMay('imports:apply');
  const maySetUp = useMay('setup:use') && pages.some(({ path }) => path === '/setup');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [rows, setRows] = useKept<'dense' | 'comfortable'>('rows', 'dense');
  const action = (name: string, rest: Pick<Choice, 'icon' | 'run'>): Choice => ({
    id: `action-${name}`,
    group: 'action',
    title: t(`palette.action.${name}`),
    detail: null,
    ...rest,
  });
  const canImport = mayImport && pages.some(({ path }) => path === '/imports/new');
  return [
    ...(canImport
      ? [action('import', { icon: 'imports', run: () => void navigate({ to: '/imports/new' as never }) })]
      : []),
    ...(maySetUp
      ? [action('setup', { icon: 'settings', run: () => void navigate({ to: '/setup' as never }) })]
      : []),
    rows === 'dense'
      ? action('comfortable', { icon: 'menu', run: () => setRows('comfortable') })
      : action('dense', { icon: 'menu', run: () => setRows('dense') }),
    colorScheme === 'dark'
      ? action('light', { icon: 'sun', run: () => setColorScheme('light') })
      : action('dark', { icon: 'moon', run: () => setColorScheme('dark') }),
    action('profile', { icon: 'profile', run: () => void navigate({ to: '/profile' as never }) }),
    action('help', { icon: 'perhaps', run: help }),
    action('sign-out', { icon: 'sign-out', run: () => void signOut() }),
  ];
}
