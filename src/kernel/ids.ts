/** A partner's number: a small integer that begins every primary key of partner data. */
export type PartnerId = number;

/** A row's number within its partner: a bigint in the database, an opaque string everywhere else. */
export type RowId = string;
