import { Button, PasswordInput, TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import style from './form.module.css';
import type { Submitting } from './use-submit.ts';

interface FormProps {
  readonly submitting: Submitting;
  /** On the button. */
  readonly action: string;
  readonly children: ReactNode;
  /** Beside the button. */
  readonly aside?: ReactNode;
  readonly isDanger?: boolean;
}

/** Fields in one column, what went wrong above the one button. */
export function Form({ submitting, action, children, aside, isDanger = false }: FormProps) {
  return (
    <form className={style.form} onSubmit={submitting.onSubmit} aria-busy={submitting.isBusy}>
      {children}
      <div role="alert">
        {submitting.problem && (
          <p className={style.problem}>
            <Icon name="warning" />
            {submitting.problem}
          </p>
        )}
      </div>
      <div className={style.actions}>
        <Button
          type="submit"
          variant="filled"
          {...(isDanger ? { color: 'red' } : {})}
          loading={submitting.isBusy}
        >
          {action}
        </Button>
        {aside}
      </div>
    </form>
  );
}

interface FieldProps extends TextInputProps {
  readonly name: string;
  readonly submitting: Submitting;
}

export function Field({ submitting, name, ...rest }: FieldProps) {
  return <TextInput name={name} error={submitting.errorOf(name)} required withAsterisk={false} {...rest} />;
}

export function PasswordField({ submitting, name, ...rest }: FieldProps) {
  const { t } = useWords();
  return (
    <PasswordInput
      name={name}
      visibilityToggleButtonProps={{ 'aria-label': t('shell.see-typed') }}
      error={submitting.errorOf(name)}
      required
      withAsterisk={false}
      {...(rest as object)}
    />
  );
}
