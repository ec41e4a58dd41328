import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A jsonb column: read as parsed, written as text by `JSON.stringify`, so that arrays are not taken for SQL arrays. */
export type Json = ColumnType<unknown, string, string>;
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;
export type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;
/** A timestamptz column: an instant when read, its text when written. */
export type Instant = ColumnType<Temporal.Instant, string, string>;
export type InstantWithDefault = ColumnType<Temporal.Instant, string | undefined, string>;
export type InstantOrNull = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;

export interface PartnerTable {
  id: GeneratedAlways<number>;
  slug: string;
  name: string;
  created_at: InstantWithDefault;
  sending_on: Generated<boolean>;
  sending_changed_at: InstantOrNull;
  settings: JsonWithDefault;
  cadence: JsonOrNull;
  cadence_version: Generated<number>;
  rules_changed_at: InstantOrNull;
  clocks_woken_at: InstantOrNull;
}

export interface WorkerTable {
  id: GeneratedAlways<string>;
  started_at: InstantWithDefault;
  beat_at: InstantWithDefault;
}

export interface BrandTable {
  partner: number;
  id: GeneratedAlways<string>;
  is_default: Generated<boolean>;
  look: Json;
}

export interface CustomerTable {
  partner: number;
  id: GeneratedAlways<string>;
  key: string;
  account_number: string | null;
  name: string;
  name_key: string;
  kind: Generated<string>;
  division: string | null;
  owner: string | null;
  brand: string | null;
  locale: string | null;
  time_zone: string | null;
  country: string | null;
  main_contact: string | null;
  technical_contact: string | null;
  notices_on: Generated<boolean>;
  created_at: InstantWithDefault;
  added_by: string | null;
  last_import: string | null;
  word_at: InstantWithDefault;
  words: JsonOrNull;
}

export interface ContactTable {
  partner: number;
  id: GeneratedAlways<string>;
  customer: string;
  name: string | null;
  address: string;
  address_key: string;
  phone: string | null;
  locale: string | null;
  time_zone: string | null;
  country: string | null;
  writable: Generated<boolean>;
  created_at: InstantWithDefault;
  added_by: string | null;
  last_import: string | null;
  word_at: InstantWithDefault;
  words: JsonOrNull;
}

export interface OrdersTable {
  partner: number;
  id: GeneratedAlways<string>;
  authority: string;
  number: string;
  customer: string;
  contact: string | null;
  holder: string | null;
  status: string;
  revoked_unplanned: Generated<boolean>;
  product_code: string | null;
  product_name: string | null;
  common_name: string | null;
  names: Generated<string[]>;
  ordered_on: string | null;
  term: string | null;
  covers_from: string | null;
  covers_until: string | null;
  reading: string | null;
  certificate_from: string | null;
  certificate_until: string | null;
  certificate_serial: string | null;
  certificate_fingerprint: string | null;
  price_minor: string | null;
  currency: string | null;
  server_count: number | null;
  notices_on: Generated<boolean>;
  automation_on: Generated<boolean>;
  owner: string | null;
  notes: string | null;
  renewed_flag: Generated<boolean>;
  renewal_of: string | null;
  renewed_by: string | null;
  renewed: Generated<string>;
  renewed_evidence: JsonOrNull;
  renewal_requested_at: InstantOrNull;
  muted_at: InstantOrNull;
  muted_reason: string | null;
  withdrawn_at: InstantOrNull;
  created_at: InstantWithDefault;
  added_by: string | null;
  last_import: string | null;
  word_at: InstantWithDefault;
  words: JsonOrNull;
}

export interface OrderContactTable {
  partner: number;
  order_id: string;
  part: string;
  contact: string;
}

export interface DisownedTable {
  partner: number;
  order_id: string;
  address_key: string;
  reason: string;
  at: Instant;
}

export interface RenewalRequestTable {
  partner: number;
  id: GeneratedAlways<string>;
  order_id: string;
  notice: string | null;
  how: string;
  at: Instant;
  withdrawn_at: InstantOrNull;
  person: string | null;
  person_name: string | null;
  note: string | null;
  state: Generated<string>;
  silent: Generated<boolean>;
  owner: string | null;
  next_on: string | null;
  reason: string | null;
  new_number: string | null;
  link_before: string | null;
  closed_at: InstantOrNull;
  closed_by: string | null;
}

export interface RenewalRequestEventTable {
  partner: number;
  id: GeneratedAlways<string>;
  request: string;
  at: Instant;
  kind: string;
  person: string | null;
  person_name: string | null;
  before: JsonOrNull;
  after: JsonOrNull;
}

export interface OrderNameTable {
  partner: number;
  name: string;
  order_id: string;
  registrable: string | null;
}

export interface CertificateTable {
  partner: number;
  id: GeneratedAlways<string>;
  order_id: string;
  serial: string | null;
  fingerprint: string | null;
  common_name: string | null;
  names: Generated<string[]>;
  valid_from: string | null;
  valid_until: string | null;
  not_before: InstantOrNull;
  not_after: InstantOrNull;
  replaced_at: InstantOrNull;
  created_at: InstantWithDefault;
  added_by: string | null;
}

export interface ClockTable {
  partner: number;
  id: GeneratedAlways<string>;
  kind: string;
  subject: string;
  order_id: string;
  began_at: Instant;
  ends_at: Instant;
  anchor: string;
  next_at: InstantOrNull;
}

/** Kept by triggers: written nowhere else. */
export interface ExpiringLineTable {
  partner: number;
  order_id: string;
  clock: string;
  kind: string;
  ends_at: Instant;
  customer: string;
  authority: string;
  product_key: string;
  owner_key: string;
  notices_go: boolean;
  renewed: string;
  requested: boolean;
}

export interface ImportTable {
  partner: number;
  id: GeneratedAlways<string>;
  file_name: string;
  digest: string;
  said_at: Instant;
  state: string;
  options: JsonWithDefault;
  report: JsonWithDefault;
  applied_at: InstantWithDefault;
  undone_at: InstantOrNull;
  person: string | null;
  person_name: string | null;
  upload: string | null;
  changes_removed_at: InstantOrNull;
}

export interface ImportUploadTable {
  partner: number;
  id: string;
  file_name: string;
  bytes: Generated<string>;
  digest: string | null;
  person: string;
  person_name: string;
  at: Instant;
  stage: string;
  stop: Generated<boolean>;
  beat_at: InstantWithDefault;
  expires_at: Instant;
  choices: JsonWithDefault;
  progress: JsonWithDefault;
  facts: JsonWithDefault;
  planned_over: string | null;
}

export interface ImportUploadPieceTable {
  partner: number;
  upload: string;
  nth: number;
  bytes: Buffer;
}

export interface ImportUploadEntryTable {
  partner: number;
  upload: string;
  list: string;
  nth: number;
  entry: Json;
}

export interface ImportChangeTable {
  partner: number;
  import: string;
  entity: string;
  entity_id: string;
  before: Json;
  after: Json;
  words_before: JsonWithDefault;
  import_before: string | null;
}

export interface ImportRefusalTable {
  partner: number;
  import: string;
  line: string;
  nth: number;
  column_name: string | null;
  value: string | null;
  reason: Json;
  cells: string[] | null;
}

export interface ConsentTable {
  partner: number;
  address_key: string;
  purpose: string;
  objected: boolean;
  at: Instant;
  source: string;
}

export interface AddressStateTable {
  partner: number;
  address_key: string;
  bouncing_since: InstantOrNull;
  reason: string | null;
}

export interface TouchTable {
  partner: number;
  clock: string;
  anchor: string;
  stage: number;
  channel: string;
  order_id: string;
  kind: string;
  state: string;
  final: boolean;
  reason: string;
  params: JsonOrNull;
  until: InstantOrNull;
  pulled_forward: Generated<boolean>;
  decided_at: Instant;
}

export interface TouchEventTable {
  partner: number;
  id: GeneratedAlways<string>;
  clock: string;
  anchor: string;
  stage: number;
  channel: string;
  at: Instant;
  state: string;
  reason: string;
  params: JsonOrNull;
  cadence: string | null;
}

export interface NoticeTable {
  partner: number;
  id: GeneratedAlways<string>;
  channel: string;
  contact: string;
  address_key: string;
  brand: string | null;
  text_locale: string;
  locale: string;
  time_zone: string | null;
  purpose: string;
  tone: string;
  template: string;
  stage: number;
  planned_at: Instant;
  late_at: Instant;
  state: Generated<string>;
  not_before: Instant;
  pass: string;
  without_offers: Generated<boolean>;
  tries: Generated<number>;
  attempts: Generated<number>;
  worker: string | null;
  fence: Generated<string>;
  message_id: string | null;
  subject: string | null;
  message_date: InstantOrNull;
  template_version: string | null;
  facts: JsonOrNull;
  digest: string | null;
  finished_at: InstantOrNull;
  by_hand: Generated<boolean>;
  asked_by: string | null;
  asked_why: string | null;
  resend_of: string | null;
  seen_at: InstantOrNull;
  seen_by: string | null;
  content_removed_at: InstantOrNull;
}

export interface DeliveryTable {
  partner: number;
  notice: string;
  clock: string;
  anchor: string;
  stage: number;
  channel: string;
  order_id: string;
  kind: string;
  address_key: string;
  dropped_at: InstantOrNull;
  dropped_by: string | null;
  resent: Generated<boolean>;
}

export interface NoticeEventTable {
  partner: number;
  id: GeneratedAlways<string>;
  notice: string;
  at: Instant;
  kind: string;
  detail: JsonOrNull;
}

export interface PassTable {
  partner: number;
  id: GeneratedAlways<string>;
  as_of: Instant;
  at: InstantWithDefault;
  state: string;
  notices: Generated<number>;
  report: JsonWithDefault;
  word_at: InstantOrNull;
  word_by: string | null;
  word_note: string | null;
}

export interface PreviewTable {
  partner: number;
  id: GeneratedAlways<string>;
  as_of: Instant;
  made_at: InstantWithDefault;
  plan: Json;
}

export interface IdempotencyKeyTable {
  partner: number;
  person: string;
  key: string;
  digest: string;
  at: Instant;
  status: number | null;
  headers: JsonOrNull;
  body: string | null;
}

export interface UndoTable {
  partner: number;
  token: string;
  person: string;
  action: string;
  at: Instant;
  until: Instant;
  steps: Json;
  used_at: InstantOrNull;
}

export interface NoteTable {
  partner: number;
  id: GeneratedAlways<string>;
  subject: string;
  subject_id: string;
  person: string;
  person_name: string;
  words: string;
  at: Instant;
  edited_at: InstantOrNull;
  removed_at: InstantOrNull;
}

export interface NoteMentionTable {
  partner: number;
  note: string;
  person: string;
  person_name: string;
  at: Instant;
}

export interface InboxItemTable {
  partner: number;
  id: GeneratedAlways<string>;
  person: string;
  kind: string;
  cause: string;
  ref: string;
  customer: string | null;
  order_id: string | null;
  at: Instant;
  due_at: InstantOrNull;
  facts: JsonWithDefault;
  read_at: InstantOrNull;
  done_at: InstantOrNull;
  snoozed_until: string | null;
  gone_at: InstantOrNull;
}

export interface InboxPreferenceTable {
  partner: number;
  person: string;
  digest_on: Generated<boolean>;
  digest_hour: Generated<number>;
  changed_at: Instant;
}

export interface DigestTable {
  partner: number;
  person: string;
  day: string;
  state: string;
  fence: Generated<number>;
  claimed_at: Instant;
  items: Generated<number>;
  message_id: string | null;
  finished_at: InstantOrNull;
}

export interface SuccessionWordTable {
  partner: number;
  order_id: string;
  answer: string;
  successors: string[];
  person: string;
  at: Instant;
}

export interface InstructionTable {
  partner: number;
  id: GeneratedAlways<string>;
  kind: string;
  customer: string;
  clock: string | null;
  anchor: string | null;
  stage: number | null;
  channel: string | null;
  until: InstantOrNull;
  reach: InstantOrNull;
  any_hour: Generated<boolean>;
  note: Generated<string>;
  person: string | null;
  person_name: string;
  at: Instant;
  taken_back_at: InstantOrNull;
}

export interface PlanApprovalTable {
  partner: number;
  day: string;
  messages: number;
  person: string | null;
  person_name: string;
  note: Generated<string>;
  at: Instant;
  taken_back_at: InstantOrNull;
}

export interface PlanTable {
  partner: number;
  day: string | null;
  until: string | null;
  made_at: InstantOrNull;
  refreshed_at: InstantOrNull;
  rules: string | null;
  making: JsonOrNull;
}

export interface PlanCellTable {
  partner: number;
  id: GeneratedAlways<number>;
  channel: string;
  kind: string;
  stage: number;
  state: string;
  reason: string;
  template: string;
  text_locale: string;
  owner: string;
}

export interface PlanLineTable {
  partner: number;
  day: string;
  at: Instant;
  clock: string;
  cell: number;
  customer: string;
  order_id: string;
  contact: string | null;
  others: Generated<number>;
  leads: Generated<number>;
  until: InstantOrNull;
  params: JsonOrNull;
}

export interface PlanTotalTable {
  partner: number;
  day: string;
  cell: number;
  lines: number;
  messages: number;
}

export interface PlanGroupTable {
  partner: number;
  customer: string;
  leader: string;
}

export interface PlanChangeTable {
  partner: number;
  id: GeneratedAlways<string>;
  at: Instant;
  customer: string;
  order_id: string;
  clock: string;
  stage: number;
  channel: string;
  was_day: string | null;
  was_cell: number | null;
  is_day: string | null;
  is_cell: number | null;
  cause: string;
  ref: string | null;
}

export interface PlanChangeTotalTable {
  partner: number;
  at: Instant;
  cause: string;
  ref: string;
  kind: string;
  touches: number;
}

export interface PlanStaleTable {
  partner: number;
  id: GeneratedAlways<string>;
  customer: string | null;
  order_id: string | null;
  cause: string;
  ref: string | null;
}

export interface PersonTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: InstantWithDefault;
  updatedAt: InstantWithDefault;
  twoFactorEnabled: boolean | null;
  language: string | null;
  theme: string | null;
  time_zone: string | null;
}

export interface SessionTable {
  id: string;
  expiresAt: Instant;
  token: string;
  createdAt: InstantWithDefault;
  updatedAt: Instant;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface CredentialTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: InstantWithDefault;
  updatedAt: Instant;
}

export interface GuessTable {
  key: string;
  failures: number;
  last_at: Instant;
  locked_until: InstantOrNull;
}

export interface MembershipTable {
  partner: number;
  person: string;
  role: string;
  sees_prices: Generated<boolean>;
  customers: ColumnType<string[] | null, readonly string[] | null | undefined, readonly string[] | null>;
  version: Generated<number>;
  invited_at: InstantOrNull;
  joined_at: Instant;
  disabled_at: InstantOrNull;
}

export interface InvitationTable {
  partner: number;
  id: GeneratedAlways<string>;
  email: string;
  name: string;
  role: string;
  sees_prices: Generated<boolean>;
  customers: ColumnType<string[] | null, readonly string[] | null | undefined, readonly string[] | null>;
  language: string;
  token_hash: string;
  invited_by: string | null;
  created_at: Instant;
  expires_at: Instant;
  joined_at: InstantOrNull;
  revoked_at: InstantOrNull;
}

export interface ApiKeyTable {
  partner: number;
  id: GeneratedAlways<string>;
  name: string;
  start: string;
  hash: string;
  scopes: ColumnType<string[], readonly string[], never>;
  person: string;
  created_at: Instant;
  expires_at: InstantOrNull;
  last_used_at: InstantOrNull;
  revoked_at: InstantOrNull;
}

export interface AuditTable {
  partner: number;
  id: GeneratedAlways<string>;
  at: InstantWithDefault;
  person: string | null;
  via: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  label: string | null;
  before: JsonOrNull;
  after: JsonOrNull;
}

export interface CadenceVersionTable {
  partner: number;
  version: number;
  document: Json;
  at: Instant;
  person: string | null;
  person_name: string | null;
  note: string | null;
  from_version: number | null;
}

export interface SettingsVersionTable {
  partner: number;
  part: string;
  version: number;
  before: Json;
  after: Json;
  at: Instant;
  person: string | null;
  person_name: string | null;
  note: string | null;
}

export interface RetentionRunTable {
  partner: number;
  day: string;
  at: Instant;
  finished_at: InstantOrNull;
  removed: JsonWithDefault;
}

export interface MailServerTable {
  partner: number;
  host: string;
  port: number;
  security: string;
  verify_certificate: Generated<boolean>;
  user_name: string | null;
  password_sealed: string | null;
  version: number;
  changed_at: Instant;
  changed_by: string | null;
}

export interface MailCheckTable {
  partner: number;
  kind: string;
  at: Instant;
  result: Json;
}

export interface DkimKeyTable {
  partner: number;
  id: GeneratedAlways<string>;
  domain: string;
  selector: string;
  public_key: string;
  private_sealed: string;
  made_at: Instant;
  active_since: InstantOrNull;
  retired_at: InstantOrNull;
}

export interface SetupWordTable {
  partner: number;
  step: string;
  word: string;
  at: Instant;
  person: string | null;
  person_name: string | null;
}

export interface SavedViewTable {
  partner: number;
  id: GeneratedAlways<string>;
  page: string;
  name: string;
  words: Json;
  columns: JsonOrNull;
  shared: boolean;
  person: string;
  person_name: string;
  changed_at: Instant;
  removed_at: InstantOrNull;
}

export interface SearchWordTable {
  partner: number;
  word: string;
  kind: string;
  subject: string;
}

export interface SearchGramTable {
  partner: number;
  gram: string;
  word: string;
}

export interface ListChoiceTable {
  partner: number;
  person: string;
  page: string;
  columns: JsonOrNull;
  default_view: string | null;
}

/** Tables that belong to no partner. */
export interface SystemTables {
  partner: PartnerTable;
  worker: WorkerTable;
  'people.person': PersonTable;
  'people.session': SessionTable;
  'people.credential': CredentialTable;
  'people.guess': GuessTable;
  /** Open here too: which partners a person belongs to is asked before there is a partner. */
  membership: MembershipTable;
}

/** Tables whose every row belongs to one partner; reached only through a partner's scope. */
export interface PartnerTables {
  partner: PartnerTable;
  brand: BrandTable;
  customer: CustomerTable;
  contact: ContactTable;
  orders: OrdersTable;
  order_contact: OrderContactTable;
  disowned: DisownedTable;
  renewal_request: RenewalRequestTable;
  renewal_request_event: RenewalRequestEventTable;
  order_name: OrderNameTable;
  certificate: CertificateTable;
  clock: ClockTable;
  expiring_line: ExpiringLineTable;
  import: ImportTable;
  import_change: ImportChangeTable;
  import_refusal: ImportRefusalTable;
  import_upload: ImportUploadTable;
  import_upload_piece: ImportUploadPieceTable;
  import_upload_entry: ImportUploadEntryTable;
  consent: ConsentTable;
  address_state: AddressStateTable;
  touch: TouchTable;
  touch_event: TouchEventTable;
  notice: NoticeTable;
  delivery: DeliveryTable;
  notice_event: NoticeEventTable;
  pass: PassTable;
  preview: PreviewTable;
  idempotency_key: IdempotencyKeyTable;
  undo: UndoTable;
  note: NoteTable;
  saved_view: SavedViewTable;
  list_choice: ListChoiceTable;
  search_word: SearchWordTable;
  search_gram: SearchGramTable;
  note_mention: NoteMentionTable;
  inbox_item: InboxItemTable;
  inbox_preference: InboxPreferenceTable;
  digest: DigestTable;
  succession_word: SuccessionWordTable;
  instruction: InstructionTable;
  plan_approval: PlanApprovalTable;
  plan: PlanTable;
  plan_cell: PlanCellTable;
  plan_line: PlanLineTable;
  plan_total: PlanTotalTable;
  plan_group: PlanGroupTable;
  plan_change: PlanChangeTable;
  plan_change_total: PlanChangeTotalTable;
  plan_stale: PlanStaleTable;
  mail_server: MailServerTable;
  mail_check: MailCheckTable;
  dkim_key: DkimKeyTable;
  worker: WorkerTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  api_key: ApiKeyTable;
  audit: AuditTable;
  cadence_version: CadenceVersionTable;
  settings_version: SettingsVersionTable;
  retention_run: RetentionRunTable;
  setup_word: SetupWordTable;
}
