import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../shell/icon.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';

interface ActionButtonProps {
  readonly run: () => Promise<void>;
  readonly children: ReactNode;
  readonly variant?: 'default' | 'filled' | 'subtle';
  readonly icon?: 'plus' | 'right' | 'check';
  readonly isDisabled?: boolean;
}

/** Does one thing on the server, once at a time; what went wrong is said. */
export function ActionButton({ run, children, variant = 'default', icon, isDisabled }: ActionButtonProps) {
  const problemText = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      await run();
    } catch (error) {
      const { what, toDo } = problemText(error);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant={variant}
      loading={isBusy}
      disabled={isDisabled ?? false}
      onClick={() => void go()}
      {...(icon && { leftSection: <Icon name={icon} size={16} /> })}
    >
      {children}
    </Button>
  );
}
