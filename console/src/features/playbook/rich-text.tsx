import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import { usePreferences } from '../../api/use-session.ts';
import { howToIds } from '../../shell/help/how-to-ids.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { dayOf } from '../../shell/time-text.ts';
import { useAddressWords } from '../../shell/use-address.ts';
import { useIsPhone } from '../../shell/use-media.ts';
import { useWords } from '../../words/use-words.ts';
import { addressWordsOf, type HowTo, type Place } from './how-tos.ts';
import { useIsOpenTo } from './use-is-open-to.ts';

interface RichTextProps {
  readonly text: string;
  readonly howTo: HowTo;
  /** Shown beside a page: links change the page and leave the how-to where it is. */
  readonly isBeside: boolean;
}

/** One sentence of a how-to with its links, names of buttons and keys. */
export function RichText({ text, howTo, isBeside }: RichTextProps): ReactNode {
  const { t, locale } = useWords();
  let count = 0;
  // An element among the parts of a sentence wants a key of its own.
  const key = () => String(count++);
  const tags: Record<string, (parts: ReactNode[]) => ReactNode> = {
    ui: (parts) => <b key={key()}>{t(parts.join(''))}</b>,
    key: (parts) => <kbd key={key()}>{parts.join('')}</kbd>,
    code: (parts) => <code key={key()}>{parts.join('')}</code>,
  };
  for (const id of howToIds) {
    tags[id] = (parts) => (
      <HowToLink key={key()} id={id} isBeside={isBeside}>
        {parts.join('')}
      </HowToLink>
    );
  }
  for (const [name, place] of Object.entries(howTo.places)) {
    tags[name] = (parts) => (
      <PlaceLink key={key()} place={place} isBeside={isBeside}>
        {parts.join('')}
      </PlaceLink>
    );
  }
  return new IntlMessageFormat(text, locale).format<ReactNode>(tags);
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly isBeside: boolean;
  readonly children: ReactNode;
}

/** A page that the reader may not open is named and not linked. */
function PlaceLink({ place, isBeside, children }: PlaceLinkProps) {
  const isOpenTo = useIsOpenTo();
  const isPhone = useIsPhone();
  const { open } = useAddressWords();
  const { timeZone } = usePreferences();
  if (!isOpenTo(place.to)) return children;
  const words = addressWordsOf(place, dayOf(new Date(), timeZone));
  return (
    <PageLink to={place.to} words={isBeside && !isPhone ? { ...words, open } : words}>
      {children}
    </PageLink>
  );
}

/** To another how-to: beside a page it takes this one's place. */
export function HowToLink({
  id,
  isBeside,
  children,
}: {
  id: string;
  isBeside: boolean;
  children: ReactNode;
}) {
  if (isBeside) {
    return (
      <QuickLink kind="how-to" id={id}>
        {children}
      </QuickLink>
    );
  }
  return <PageLink to={`/playbook/${id}`}>{children}</PageLink>;
}
