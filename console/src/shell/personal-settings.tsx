import { localStorageColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { usePreferences, useSession } from '../api/use-session.ts';
import { WordsProvider } from '../words/words-provider.tsx';
import { theme, themeVariables } from './theme.ts';

/** `public/console/first-paint.js` reads the same name before anything is painted. */
const schemes = localStorageColorSchemeManager({ key: 'vigente-theme' });

/** Theme and language of the person, or of the browser while nobody is signed in. */
export function PersonalSettings({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={themeVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <PersonalTheme />
      <WordsProvider language={language}>{children}</WordsProvider>
    </MantineProvider>
  );
}

/** The theme saved with the person wins over what this browser remembers. */
function PersonalTheme() {
  const own = useSession()?.person.theme;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (own) setColorScheme(own);
  }, [own, setColorScheme]);
  return null;
}
