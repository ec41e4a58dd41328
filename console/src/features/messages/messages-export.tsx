import type { Query } from '../../api/client.ts';
import { ExportMenu } from '../../shell/export-menu.tsx';

/** The list as the filters show it, as a file; what is only a preview is not written out. */
export function MessagesExport({ filter }: { filter: Query }) {
  if (filter.state === 'preview') return null;
  return <ExportMenu list="/messages" filter={filter} words="messages.export" />;
}
