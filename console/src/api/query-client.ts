import { QueryClient } from '@tanstack/react-query';
import { mayTryAgain } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => times < 2 && mayTryAgain(error),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
