import { useNavigate } from '@tanstack/react-router';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { useNavigation } from './use-navigation.ts';

/** `g`, then the page's letter. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  useShortcuts(
    useNavigation().map(({ path, nav }) => ({
      chord: `g ${nav.key}`,
      says: `nav.${nav.name}`,
      run: () => void navigate({ to: path as never }),
    })),
  );
}
