/** The how-tos of the playbook, in its order. `playbook.how-to.<id>` is its question, `playbook.find.<id>` what else people call it. */
export const howToIds = [
  'no-message',
  'says-renewed',
  'what-was-sent',
  'renewal-wish',
  'wrong-contact',
  'failed-doubtful',
  'import-undo',
  'held-run',
  'stop-everything',
  'change-calendar',
  'mail-records',
  'shorter-lives',
] as const;
export type HowToId = (typeof howToIds)[number];
