import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './shell/mantine.css';
import './shell/tokens.css';
import './shell/base.css';
import './shell/theme-overrides.css';
import { queryClient } from './api/query-client.ts';
import { sessionQuery } from './api/use-session.ts';
import { FirstLoad } from './shell/first-load.tsx';
import { listenForShortcuts } from './shell/keyboard/shortcuts.ts';
import { listenForTyping } from './shell/load-file.ts';
import { PersonalSettings } from './shell/personal-settings.tsx';
import { router } from './shell/router.tsx';
import { browserLanguage } from './words/catalogue.ts';
import { messagesQuery } from './words/words-provider.tsx';

// Asked before anything is drawn: everything waits for its answer.
void queryClient.prefetchQuery(sessionQuery);
void queryClient.prefetchQuery(messagesQuery(browserLanguage()));
listenForShortcuts();
listenForTyping();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={<FirstLoad />}>
        <PersonalSettings>
          <RouterProvider router={router} />
        </PersonalSettings>
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);
