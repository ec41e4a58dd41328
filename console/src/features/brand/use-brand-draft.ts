import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BrandChanged, BrandLook, BrandShown } from '../../../../contract/brand.ts';
import { api, type Versioned } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { mergeFields } from '../settings/merge-fields.ts';
import { isSame } from '../settings/same.ts';

const queryKey = ['brand'] as const;

export function useBrand() {
  return useQuery({
    queryKey,
    queryFn: () => api.getVersioned<BrandShown>('/brand'),
    refetchOnWindowFocus: false,
  });
}

export interface BrandDraft {
  readonly look: BrandLook;
  readonly set: (fields: Partial<BrandLook>) => void;
  /** Takes a field away. */
  readonly drop: (field: keyof BrandLook) => void;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  /** What the server found wrong with a field: `social/0/url`. */
  readonly errorOf: (field: string) => string | undefined;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** The brand while it is edited. What somebody else saved meanwhile is taken up where this person changed nothing. */
export function useBrandDraft(seen: Versioned<BrandShown>): BrandDraft {
  const { t } = useWords();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [base, setBase] = useState(seen);
  const [look, setLook] = useState(seen.value.look);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isChanged = !isSame(base.value.look, look);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version is a reason
  useEffect(() => {
    if (seen.etag === base.etag) return;
    setLook(mergeFields(base.value.look, look, seen.value.look).value);
    setBase(seen);
  }, [seen]);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const saved = await api.put<BrandChanged>('/brand', { body: look, etag: base.etag });
      await client.invalidateQueries({ queryKey });
      await client.invalidateQueries({ queryKey: ['setup'] });
      toast({ text: t('brand.saved'), undo: saved.undo });
    } catch (failed) {
      setError(failed);
      if (isProblem(failed, 'stale')) {
        await client.invalidateQueries({ queryKey });
        toast({ text: t('brand.met'), tone: 'problem' });
      } else {
        const { what, toDo } = problemText(failed);
        toast({ text: `${what} ${toDo}`, tone: 'problem' });
      }
    } finally {
      setBusy(false);
    }
  };
  const errors = isProblem(error) ? (error.document.errors ?? []) : [];
  return {
    ...{ look, isChanged, isBusy, save },
    set: (fields) => setLook((held) => ({ ...held, ...fields })),
    drop: (field) => setLook(({ [field]: _, ...rest }) => rest as BrandLook),
    discard: () => {
      setLook(base.value.look);
      setError(null);
    },
    errorOf: (field) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail,
  };
}
