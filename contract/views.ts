import { z } from 'zod';
import { instant, rowId, undoOffer } from './list.ts';

/** The lists that can be looked at in views. */
export const viewPages = [
  'expiring',
  'perhaps-renewed',
  'requests',
  'orders',
  'customers',
  'domains',
  'plan',
  'messages',
  'imports',
  'audit',
] as const;
export const viewPage = z.enum(viewPages);
export type ViewPage = z.infer<typeof viewPage>;

const mostWords = 30;

/** Words that say what is open or how the list came to be shown, not what is in it. */
export const wordsOfNoView = ['open', 'saved', 'columns'] as const;

/** What narrows and sorts the list, as it stands in the page's address. */
export const viewWords = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z-]{0,39}$/, 'a word of the address: letters and hyphens'),
    z.string().min(1).max(300),
  )
  .refine((words) => Object.keys(words).length <= mostWords, 'at most 30 words')
  .refine((words) => !wordsOfNoView.some((name) => name in words), 'no word that belongs to no view');
export type ViewWords = Readonly<Record<string, string>>;

/**
 * How the columns stand: their keys in order, one that is hidden with `-` before it. A column that is not named stands
 * where the list has it. Null: as the person has them, else as the list has them.
 */
export const viewColumns = z
  .array(z.string().regex(/^-?[a-z][a-zA-Z-]{0,39}$/, 'the key of a column, `-` before one that is hidden'))
  .min(1)
  .max(40)
  .refine(
    (keys) => new Set(keys.map((key) => key.replace(/^-/, ''))).size === keys.length,
    'each column once',
  )
  .nullable();

const name = z.string().trim().min(1).max(80);

export const savedView = z
  .object({
    id: rowId,
    page: viewPage,
    name: z.string(),
    words: z.record(z.string(), z.string()),
    columns: viewColumns,
    shared: z.boolean(),
    mine: z.boolean(),
    /** Who made it. */
    by: z.string(),
    changedAt: instant,
    /** Whether the caller may rename, change and delete it. */
    mayChange: z.boolean(),
    /** For `If-Match` of a change. */
    etag: z.string(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;

/** How the person likes one page. */
export const listChoice = z.object({
  page: viewPage,
  columns: viewColumns,
  /** The view that the page opens with. */
  defaultView: rowId.nullable(),
});
export type ListChoice = z.infer<typeof listChoice>;

export const viewsShown = z
  .object({ views: z.array(savedView), choices: z.array(listChoice) })
  .meta({ id: 'Views' });
export type ViewsShown = z.infer<typeof viewsShown>;

export const newView = z.object({
  page: viewPage,
  name,
  words: viewWords,
  columns: viewColumns.default(null),
  shared: z.boolean().default(false),
});
export type NewView = z.infer<typeof newView>;

export const viewChange = z
  .object({ name, words: viewWords, columns: viewColumns, shared: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'something to change');

export const viewChanged = savedView.extend(undoOffer).meta({ id: 'ChangedView' });
export type ViewChanged = z.infer<typeof viewChanged>;

export const listChoiceChange = z
  .object({ columns: viewColumns, defaultView: rowId.nullable() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'something to change');
