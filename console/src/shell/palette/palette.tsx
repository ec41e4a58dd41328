import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../../../contract/search.ts';
import { api } from '../../api/client.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon, type IconName } from '../icon.tsx';
import { useNavigation } from '../layout/use-navigation.ts';
import { plainText } from '../plain-text.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import type { Choice } from './choice.ts';
import style from './palette.module.css';
import { placeOf } from './place-of.ts';
import { useActions } from './use-actions.ts';
import { useHowToChoices } from './use-how-to-choices.ts';
import { useViewChoices } from './use-view-choices.ts';

interface PaletteProps {
  readonly close: () => void;
  readonly help: () => void;
}

/** One field for everything: type, arrow, Enter. */
export function Palette({ close, help }: PaletteProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const found = useFound(typed);
  const [at, setAt] = useState(0);
  const choices = useChoices(typed, found.hits, help);
  const active = Math.min(at, choices.length - 1);
  useEffect(() => dialog.current?.showModal(), []);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    choice.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((active + step + choices.length) % Math.max(choices.length, 1));
    else if (event.key === 'Enter') take(choices[active]);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it; Escape does the same by keyboard
    <dialog
      ref={dialog}
      className={style.palette}
      aria-label={t('palette.title')}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={style.field}>
        <Icon name="search" />
        <input
          autoFocus
          // Not of type search: there the first Escape would only empty the field.
          type="text"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls="palette-choices"
          aria-activedescendant={choices[active] ? `choice-${choices[active].id}` : undefined}
          aria-label={t('shell.search')}
          placeholder={t('shell.search')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      {found.isGuess && (
        <p className={style.guess} role="status">
          {t('palette.guess', { typed: found.asked })}
        </p>
      )}
      <Choices choices={choices} active={active} take={take} />
      <Status typed={typed} isBusy={found.isBusy} problem={found.problem} count={choices.length} />
    </dialog>
  );
}

function Choices({
  choices,
  active,
  take,
}: {
  choices: readonly Choice[];
  active: number;
  take: (one: Choice) => void;
}) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const activeId = choices[active]?.id;
  useEffect(() => {
    if (activeId) document.getElementById(`choice-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <div
      id="palette-choices"
      ref={list}
      className={style.choices}
      role="listbox"
      aria-label={t('palette.choices')}
    >
      {groups.map((group) => (
        <div key={group} role="group" aria-label={t(`palette.group.${group}`)}>
          <p className={style.group} aria-hidden="true">
            {t(`palette.group.${group}`)}
          </p>
          {choices
            .filter((choice) => choice.group === group)
            .map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
              <div
                key={choice.id}
                id={`choice-${choice.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={choice.id === activeId}
                className={style.choice}
                onClick={() => take(choice)}
              >
                <Icon name={choice.icon} />
                <span className={style.title}>{choice.title}</span>
                {choice.detail && <span className={style.detail}>{choice.detail}</span>}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}

interface StatusProps {
  readonly typed: string;
  readonly isBusy: boolean;
  readonly problem: unknown;
  readonly count: number;
}

function Status({ typed, isBusy, problem, count }: StatusProps) {
  const { t } = useWords();
  const problemText = useProblemText();
  const says = problem
    ? problemText(problem).what
    : count > 0
      ? ''
      : isBusy
        ? t('palette.searching')
        : t('palette.nothing', { typed });
  return (
    <p className={says ? style.status : 'unseen'} role="status">
      {says || t('palette.found', { count })}
    </p>
  );
}

const typingMs = 140;

/** Asks once the typing pauses; until the new answer is there, the one before stays. */
function useFound(typed: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isFetching, error } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/search', { q: asked }, signal),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const hits = typed.trim().length > 1 ? (data?.hits ?? []) : [];
  return {
    hits,
    asked,
    /** Nothing is called what was typed; these are like it. */
    isGuess: hits.length > 0 && hits.every(({ similar }) => similar),
    isBusy: isFetching || asked !== typed.trim(),
    problem: asked === '' ? null : error,
  };
}

const icons: Readonly<Record<SearchHit['kind'], IconName>> = {
  customer: 'customers',
  order: 'orders',
  name: 'expiring',
  contact: 'profile',
  message: 'messages',
};

function useChoices(typed: string, hits: readonly SearchHit[], help: () => void): readonly Choice[] {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const there = useNavigation();
  const actions = useActions(help);
  const views = useViewChoices();
  const howTos = useHowToChoices(typed);
  const wanted = plainText(typed, locale);
  const pages = there.map(
    (page): Choice => ({
      id: `page-${page.nav.name}`,
      group: 'page',
      title: t(`nav.${page.nav.name}`),
      detail: `g ${page.nav.key}`,
      icon: page.nav.icon,
      run: () => void navigate({ to: page.path as never }),
    }),
  );
  const own = [...pages, ...views, ...actions].filter(({ title }) =>
    plainText(title, locale).includes(wanted),
  );
  const found = hits.map(
    (hit): Choice => ({
      id: `${hit.kind}-${hit.id}-${hit.title.replaceAll(/\W/g, '')}`,
      group: hit.kind,
      title: hit.title,
      detail: hit.detail,
      icon: icons[hit.kind],
      run: () => void navigate(placeOf(hit) as never),
    }),
  );
  return [...found, ...own, ...howTos];
}
