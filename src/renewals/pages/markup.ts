import type { html } from 'hono/html';

/** Markup whose values are escaped. */
export type Markup = ReturnType<typeof html>;
/** What may stand in a template: `''` where there is nothing to show. */
export type MaybeMarkup = Markup | '';
