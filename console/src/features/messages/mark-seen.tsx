import { Button } from '@mantine/core';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { useMessageChanges } from './use-message-changes.ts';

/** Notes of chosen messages that somebody has taken care of them. */
export function MarkSeen({ messages, done }: { messages: readonly string[]; done: () => void }) {
  const { t } = useWords();
  const { see } = useMessageChanges();
  if (!useMay('messages:resend')) return null;
  return (
    <Button size="xs" data-size="xs" onClick={() => void see(messages, true).then(done)}>
      {t('messages.see')}
    </Button>
  );
}
