import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { SavedView } from '../../../../contract/views.ts';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import type { Listed } from './use-listed.ts';
import { useSaveView } from './use-save-view.ts';
import { useViewChanges } from './use-view-changes.ts';
import { choiceOf, useViews } from './use-views.ts';
import { NewViewForm, RenameViewForm } from './view-form.tsx';
import { addressOfView, isChanged, withoutView } from './view-words.ts';
import style from './views.module.css';

type Dialog = 'new' | 'rename' | null;

/** "Vistas", or the view that is open, and what can be done with it. */
export function ViewsMenu({ listed }: { listed: Listed }) {
  const { t } = useWords();
  const known = useViews();
  const words = useAddressWords();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { view, page } = listed;
  if (!known) return null;
  const hasChanged = view !== null && isChanged(view, words);
  const own = known.views.filter((one) => one.page === page);
  return (
    <span className={style.views}>
      <Menu width={280}>
        <Menu.Target>
          <UnstyledButton className={style.button} data-open-view={view !== null || undefined}>
            <Icon name="bookmark" size={16} />
            <span>{view ? view.name : t('views.title')}</span>
            {view?.shared && <span className="unseen">{t('views.is-shared')}</span>}
            <Icon name="chevron" size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Choices listed={listed} views={own} />
          <Actions listed={listed} open={setDialog} hasChanged={hasChanged} />
        </Menu.Dropdown>
      </Menu>
      {dialog === 'new' && <NewViewForm listed={listed} close={() => setDialog(null)} />}
      {dialog === 'rename' && view && <RenameViewForm view={view} close={() => setDialog(null)} />}
    </span>
  );
}

function Choices({ listed: { view, page }, views }: { listed: Listed; views: readonly SavedView[] }) {
  const { t } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const { defaultView } = choiceOf(useViews(), page);
  const parts = [
    { title: t('views.own'), views: views.filter(({ shared }) => !shared) },
    { title: t('views.shared'), views: views.filter(({ shared }) => shared) },
  ].filter((part) => part.views.length > 0);
  return (
    <>
      <Menu.Item
        leftSection={<Mark isOn={view === null} />}
        onClick={() =>
          void change({ ...withoutView(words), ...(defaultView ? { saved: 'none' } : {}) }, 'add')
        }
      >
        {t('views.whole')}
      </Menu.Item>
      {parts.map((part) => (
        <div key={part.title} role="group" aria-label={part.title}>
          <Menu.Label>{part.title}</Menu.Label>
          {part.views.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={<Mark isOn={one.id === view?.id} />}
              rightSection={
                one.id === defaultView ? <span className={style.note}>{t('views.default')}</span> : null
              }
              onClick={() => void change(addressOfView(one, words), 'add')}
            >
              {one.name}
              {one.shared && !one.mine && (
                <span className={style.by}> {t('views.by', { name: one.by })}</span>
              )}
            </Menu.Item>
          ))}
        </div>
      ))}
    </>
  );
}

function Mark({ isOn }: { isOn: boolean }) {
  return <span className={style.mark}>{isOn && <Icon name="check" size={16} />}</span>;
}

interface ActionsProps {
  readonly listed: Listed;
  readonly open: (dialog: Dialog) => void;
  readonly hasChanged: boolean;
}

function Actions({ listed: { view, page }, open, hasChanged }: ActionsProps) {
  const { t } = useWords();
  const mayShare = useMay('views:share');
  const mayWrite = useMay('views:write');
  const changes = useViewChanges(page);
  const save = useSaveView(view);
  const isDefault = choiceOf(useViews(), page).defaultView === view?.id;
  if (!mayWrite) return null;
  const share = (shared: boolean) =>
    void changes.change(view!, { shared }, shared ? 'shared' : 'kept').catch(changes.fail);
  return (
    <>
      <Menu.Divider />
      {view?.mayChange && hasChanged && <Menu.Item onClick={save}>{t('views.save-changes')}</Menu.Item>}
      <Menu.Item onClick={() => open('new')}>{t('views.save-as')}</Menu.Item>
      {view && (
        <Menu.Item onClick={() => void changes.setDefault(isDefault ? null : view)}>
          {t(isDefault ? 'views.default.off' : 'views.default.on')}
        </Menu.Item>
      )}
      {view?.mayChange && <Menu.Item onClick={() => open('rename')}>{t('views.rename')}</Menu.Item>}
      {view?.mayChange && mayShare && (
        <Menu.Item onClick={() => share(!view.shared)}>
          {t(view.shared ? 'views.share.off' : 'views.share.on')}
        </Menu.Item>
      )}
      {view?.mayChange && (
        <Menu.Item color="red" onClick={() => void changes.remove(view)}>
          {t('views.remove')}
        </Menu.Item>
      )}
    </>
  );
}
