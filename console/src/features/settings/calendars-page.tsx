import { useQuery } from '@tanstack/react-query';
import type { CalendarView } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export const calendarsQuery = {
  queryKey: ['settings-calendars'],
  queryFn: () => api.get<CalendarView>('/settings/calendars'),
} as const;

export function CalendarsPage() {
  // Nothing is fetched anew behind the back of whoever edits: a newer version is met when saving.
  const { data, error, refetch } = useQuery({ ...calendarsQuery, refetchOnWindowFocus: false });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) {
    return (
      <SettingsFrame section="calendars">
        <PageSkeleton rows={6} />
      </SettingsFrame>
    );
  }
  return <CalendarEditor seen={data} />;
}
