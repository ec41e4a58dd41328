import { Switch } from '@mantine/core';
import type { Approval } from '../../../../contract/settings.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { NumberField } from './number-field.tsx';
import { Part } from './part.tsx';
import { PartPage } from './part-page.tsx';

export function ApprovalPage() {
  const { t } = useWords();
  return (
    <PartPage<Approval> part="approval">
      {({ value: { dayApproval }, set }) => (
        <Part title={t('settings.field.dayApproval')} line={t('settings.approval.line')}>
          <Switch
            label={t('settings.approval.needed')}
            checked={dayApproval.needed}
            onChange={({ currentTarget: { checked } }) =>
              set({ dayApproval: { ...dayApproval, needed: checked } })
            }
          />
          {dayApproval.needed && (
            <NumberField
              label={t('settings.approval.tolerance')}
              description={t('settings.approval.tolerance.line')}
              least={0}
              most={500}
              value={dayApproval.tolerance}
              change={(tolerance) => set({ dayApproval: { ...dayApproval, tolerance } })}
            />
          )}
          <p>
            <PageLink to="/plan">{t('settings.approval.plan')}</PageLink>
          </p>
        </Part>
      )}
    </PartPage>
  );
}
