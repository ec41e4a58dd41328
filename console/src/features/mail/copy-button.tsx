import { Button } from '@mantine/core';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

/** Puts a text on the clipboard and says so; `of` names it for whoever does not see what it stands beside. */
export function CopyButton({ text, of }: { text: string; of: string }) {
  const { t } = useWords();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t('mail.copied', { of }) });
    } catch {
      toast({ text: t('mail.copied.not'), tone: 'problem' });
    }
  };
  return (
    <Button size="xs" onClick={() => void copy()} aria-label={t('mail.copy.of', { of })}>
      {t('mail.copy')}
    </Button>
  );
}
