import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ImportJob, ImportMapping, ImportPlan, ImportRow } from '../../../../contract/imports.ts';
import { api } from '../../api/client.ts';

/** The lists of a plan, by the name that the API gives them. */
export type PlanList = 'added' | 'changed' | 'refused';

export const importPaths = {
  imports: '/imports',
  one: (id: string) => `/imports/${id}`,
  undo: (id: string) => `/imports/${id}/undo`,
  refusedOf: (id: string) => `/imports/${id}/refused`,
  job: (job: string) => `/imports/jobs/${job}`,
  plan: (job: string) => `/imports/jobs/${job}/plan`,
  mapping: (job: string) => `/imports/jobs/${job}/mapping`,
  apply: (job: string) => `/imports/jobs/${job}/apply`,
  list: (job: string, list: PlanList) => `/imports/jobs/${job}/${list}`,
} as const;

/** The refused rows with their reasons, as a file for whoever keeps the source. */
export const refusedFile = (job: string): string => `/api${importPaths.list(job, 'refused')}.csv`;

const isWorking = (job: ImportJob | undefined): boolean =>
  job?.stage === 'reading' || job?.stage === 'applying';
const everyMs = 400;

/** Where a job stands; asked again and again while it works. */
export function useImportJob(job: string) {
  return useQuery({
    queryKey: ['import-job', job],
    queryFn: ({ signal }) => api.get<ImportJob>(importPaths.job(job), undefined, signal),
    refetchInterval: ({ state }) => (isWorking(state.data) ? everyMs : false),
    staleTime: 0,
  });
}

/** What an import would do. Only a job that waits, or that failed over its columns or dates, has one. */
export function importPlanQuery(job: string) {
  return queryOptions({
    queryKey: ['import-plan', job],
    queryFn: ({ signal }) => api.get<ImportPlan>(importPaths.plan(job), undefined, signal),
  });
}

export function uploadFile(file: File): Promise<ImportJob> {
  const body = new FormData();
  body.append('file', file, file.name);
  return api.post<ImportJob>(importPaths.imports, { body });
}

export const readAgain = (job: string, mapping: ImportMapping): Promise<ImportJob> =>
  api.put<ImportJob>(importPaths.mapping(job), { body: mapping });

export const applyPlan = (job: string): Promise<ImportJob> => api.post<ImportJob>(importPaths.apply(job));

export const discardPlan = (job: string): Promise<void> => api.delete(importPaths.job(job));

export const undoImport = (id: string): Promise<ImportRow> => api.post<ImportRow>(importPaths.undo(id));
