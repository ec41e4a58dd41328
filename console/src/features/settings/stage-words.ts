import { useWords } from '../../words/use-words.ts';

/** A stage by its day: "60 days before the end". */
export function useStageWords(): (daysBefore: number) => string {
  const { t } = useWords();
  return (daysBefore) =>
    t(daysBefore > 0 ? 'settings.stage.before' : 'settings.stage.after', { days: Math.abs(daysBefore) });
}
