import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';
import { useMaySetUp } from './use-setup.ts';

/** For pages that the guide leads to: the way back to it, where somebody came from there. */
export function BackToSetup({ step, isStrong = false }: { step: string; isStrong?: boolean }) {
  const { t } = useWords();
  const may = useMaySetUp();
  const { from } = useAddressWords();
  if (from !== 'setup' || !may) return null;
  return (
    <PageLink to="/setup" words={{ step }} className={isStrong ? style.strong : style.back}>
      {t(isStrong ? 'setup.go-back' : 'setup.back')}
    </PageLink>
  );
}
