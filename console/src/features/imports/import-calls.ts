import { useQuery } from '@tanstack/react-query';
import type { ImportJob, ImportMapping, ImportPlan } from '../../../../contract/imports.ts';
import { api, apiPath } from '../../api/client.ts';

/** The lists of a plan, by the name that the API gives them. */
export type PlanList = 'added' | 'changed' | 'refused';

/** So many entries of each list are kept to be looked at; counts are of all. */
export const mostListed = 10_000;

export const planPath = (job: string): string => `/imports/${job}/plan`;
export const planListPath = (job: string, list: PlanList): string => `${planPath(job)}/${list}`;

/** The refused rows with their reasons, as a file for whoever keeps the source. */
export const refusedFile = (job: string): string => apiPath(`/imports/${job}/refused.csv`);

const isWorking = (job: ImportJob | undefined): boolean =>
  job?.stage === 'reading' || job?.stage === 'applying';
const everyMs = 400;

/** How far a file has come and what it would do; asked again and again while it is worked on. */
export function useImportPlan(job: string) {
  return useQuery({
    queryKey: ['import-plan', job],
    queryFn: ({ signal }) => api.get<ImportPlan>(planPath(job), undefined, signal),
    refetchInterval: ({ state }) => (isWorking(state.data?.job) ? everyMs : false),
    staleTime: 0,
  });
}

export function uploadFile(file: File): Promise<ImportJob> {
  const body = file.slice(0, file.size, 'application/octet-stream');
  return api.post<ImportJob>('/imports', { body, query: { name: file.name } });
}

export const readAgain = (job: string, mapping: ImportMapping): Promise<ImportJob> =>
  api.post<ImportJob>(`/imports/${job}/mapping`, { body: mapping });

export const applyPlan = (job: string): Promise<ImportJob> => api.post<ImportJob>(`/imports/${job}/apply`);

export const undoImport = (id: string): Promise<unknown> => api.post(`/imports/${id}/undo`);
