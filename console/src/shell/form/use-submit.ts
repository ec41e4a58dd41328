import { type FormEvent, useState } from 'react';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../problem/use-problem-text.ts';

export interface Submitting {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly isBusy: boolean;
  /** What went wrong as a whole; null while nothing did. */
  readonly problem: string | null;
  /** What is wrong with one field, by its name. */
  readonly errorOf: (field: string) => string | undefined;
}

/**
 * Hands a form's fields to `send`, once at a time, and keeps what the server says about them. `means` holds what a refusal
 * means in this form, by its code or its kind, where its general words would mislead.
 */
export function useSubmit(
  send: (fields: Readonly<Record<string, string>>, form: HTMLFormElement) => Promise<void>,
  means: Readonly<Record<string, string>> = {},
): Submitting {
  const problemText = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    setError(null);
    send(fields, form)
      .catch((failed: unknown) => {
        setError(failed);
        requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      })
      .finally(() => setBusy(false));
  };
  const errors = isProblem(error) ? (error.document.errors ?? []) : [];
  const errorOf = (field: string) =>
    errors.find(({ pointer }) => pointer.replace(/^\//, '') === field)?.detail;
  const own = isProblem(error) ? (means[error.document.code ?? ''] ?? means[error.kind]) : undefined;
  const text = error === null ? null : problemText(error);
  return { onSubmit, isBusy, problem: own ?? (text && `${text.what} ${text.toDo}`), errorOf };
}
