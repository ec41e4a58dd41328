import { useQuery } from '@tanstack/react-query';
import type {
  ImportDetail,
  ImportJob,
  ImportMapping,
  ImportPlan,
  UndoOutlook,
} from '../../../../contract/imports.ts';
import { api, apiPath } from '../../api/client.ts';

/** The lists of a plan, by the name that the API gives them. */
export type PlanList = 'added' | 'changed' | 'refused';

/** So many new orders and changes of a plan are kept to be looked at; counts are of all. */
export const mostListed = 10_000;

const ofImport = (id: string): string => `/imports/${id}`;
export const planPath = (job: string): string => `${ofImport(job)}/plan`;
export const planListPath = (job: string, list: PlanList): string => `${planPath(job)}/${list}`;
export const appliedListPath = (id: string, list: 'changed' | 'refused'): string => `${ofImport(id)}/${list}`;

/** The refused rows of an upload or an import with their reasons, as a file for whoever keeps the source. */
export const refusedFile = (id: string): string => apiPath(`${ofImport(id)}/refused.csv`);

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

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => api.get<ImportDetail>(ofImport(id), undefined, signal),
  });
}

/** What undoing would do at this moment. */
export function useUndoOutlook(id: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['import', id, 'undo'],
    queryFn: ({ signal }) => api.get<UndoOutlook>(`${ofImport(id)}/undo`, undefined, signal),
    enabled: isAsked,
    staleTime: 0,
  });
}

export function uploadFile(file: File): Promise<ImportJob> {
  const body = file.slice(0, file.size, 'application/octet-stream');
  return api.post<ImportJob>('/imports', { body, query: { name: file.name } });
}

export const readAgain = (job: string, mapping: ImportMapping): Promise<ImportJob> =>
  api.post<ImportJob>(`${ofImport(job)}/mapping`, { body: mapping });

export const applyPlan = (job: string): Promise<ImportJob> => api.post<ImportJob>(`${ofImport(job)}/apply`);
export const stopWork = (job: string): Promise<ImportJob> => api.post<ImportJob>(`${ofImport(job)}/stop`);
export const discardUpload = (job: string): Promise<ImportJob> =>
  api.post<ImportJob>(`${ofImport(job)}/discard`);
export const restoreUpload = (job: string): Promise<ImportJob> =>
  api.post<ImportJob>(`${ofImport(job)}/restore`);

export const undoImport = (id: string): Promise<unknown> => api.post(`${ofImport(id)}/undo`);
