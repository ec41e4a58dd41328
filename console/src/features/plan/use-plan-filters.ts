import { useCallback, useMemo } from 'react';
import { planStates } from '../../../../contract/plan.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { wordOfDay } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import { useCustomerFilter } from '../customers/use-customer-filter.ts';
import { stageValues } from '../messages/messages-page.tsx';
import { usePlanFacets } from './plan-query.ts';

/** The filters in the order in which their chips read as a sentence. */
export function usePlanFilters(chosenCustomer: string | undefined): readonly Filter[] {
  const { t, locale } = useWords();
  const facets = usePlanFacets();
  const customer = useCustomerFilter(chosenCustomer, {
    title: t('plan.filter.customer'),
    says: useCallback((value: string) => t('plan.says.customer', { value }), [t]),
  });
  return useMemo(() => {
    const filter = (name: string, options: Filter['options'], says?: Filter['says']): Filter => ({
      ...{ name, title: t(`plan.filter.${name}`), options },
      says:
        says ??
        ((value) =>
          t(`plan.says.${name}`, { value: options.find((one) => one.value === value)?.label ?? value })),
    });
    const stages = [...new Set(facets?.stages.map(({ stage }) => stage))];
    const languageNames = new Intl.DisplayNames(locale, { type: 'language' });
    const reasons = new Map((facets?.reasons ?? []).map(({ code, name }) => [code, name]));
    return [
      filter(
        'state',
        planStates.map((value) => ({ value, label: t(`plan.state.${value}`) })),
        (value) => t('plan.says.state', { value }),
      ),
      filter(
        'reason',
        [...reasons].map(([value, label]) => ({ value, label })),
      ),
      customer,
      filter(
        'owner',
        [
          { value: 'none', label: t('plan.owner.none') },
          ...(facets?.owners ?? []).map((value) => ({ value, label: value })),
        ],
        (value) => (value === 'none' ? t('plan.says.owner-none') : t('plan.says.owner', { value })),
      ),
      filter(
        'stage',
        stages.map((stage) => ({
          value: String(stage),
          label: t('messages.stage-words', stageValues(stage)),
        })),
        (value) => t('messages.stage-words', stageValues(Number(value) || 0)),
      ),
      filter(
        'template',
        (facets?.templates ?? []).map((value) => ({ value, label: t(`plan.template.${value}`) })),
      ),
      filter(
        'language',
        (facets?.languages ?? []).map((value) => ({ value, label: languageNames.of(value) ?? value })),
      ),
      filter(
        'kind',
        ['coverage', 'certificate'].map((value) => ({ value, label: t(`plan.kind.${value}`) })),
        (value) => t('plan.says.kind', { value }),
      ),
      filter('from', [], (value) => t('plan.says.from', { value: wordOfDay(value, locale) })),
      filter('until', [], (value) => t('plan.says.until', { value: wordOfDay(value, locale) })),
    ];
  }, [t, locale, facets, customer]);
}
