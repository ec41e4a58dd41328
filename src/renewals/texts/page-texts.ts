/** Every text of the customer's pages, as ICU messages. Another language is another file with these keys. */
const textKeys = [
  'greeting.named', 'greeting.plain', 'days', 'months', 'years', 'left', 'over', 'ring.days',
  'fact.number', 'fact.name', 'fact.names', 'fact.product', 'fact.holder', 'fact.account', 'fact.issued',
  'fact.ends', 'fact.validity', 'fact.price', 'facts.title', 'renew.title', 'renew.headline',
  'renew.headline.keeps', 'renew.lead', 'renew.lead.over', 'keeps.title', 'keeps.today', 'keeps.end',
  'keeps.until', 'keeps.sum', 'keeps.each', 'renew.choose', 'renew.orders', 'renew.same',
  'renew.same.more', 'renew.talk', 'renew.talk.more', 'renew.button', 'renew.binding', 'renew.next',
  'renew.next.1', 'renew.next.2', 'renew.next.3', 'renew.already', 'renew.already.text', 'requested.title',
  'requested.headline', 'requested.lead', 'requested.some', 'requested.undo', 'requested.undo.text',
  'requested.undo.tick', 'requested.undo.button', 'renewed.headline', 'renewed.lead', 'renewed.by',
  'closed.headline', 'closed.lead', 'mute.title', 'mute.headline', 'mute.lead', 'mute.choose',
  'mute.renewed-elsewhere', 'mute.no-longer-used', 'mute.someone-else', 'mute.button', 'muted.headline',
  'muted.lead', 'muted.tick', 'muted.button', 'not-mine.title', 'not-mine.headline', 'not-mine.lead',
  'not-mine.choose', 'not-mine.left-company', 'not-mine.left-company.plain', 'not-mine.someone-else',
  'not-mine.unknown-company', 'not-mine.unknown-company.plain', 'not-mine.button', 'disowned.headline',
  'disowned.lead', 'disowned.tick', 'disowned.button', 'unsubscribe.title', 'unsubscribe.headline.offer',
  'unsubscribe.headline.reminder', 'unsubscribe.headline.safety', 'unsubscribe.lead', 'unsubscribe.choose',
  'unsubscribe.offer', 'unsubscribe.reminder', 'unsubscribe.reminder,offer',
  'unsubscribe.safety,reminder,offer', 'unsubscribe.stays', 'unsubscribe.stays.offer',
  'unsubscribe.stays.reminder', 'unsubscribe.stays.safety', 'unsubscribe.button', 'unsubscribed.headline',
  'unsubscribed.lead', 'unsubscribed.stays', 'unsubscribed.nothing', 'unsubscribed.tick',
  'unsubscribed.button', 'purpose.offer', 'purpose.reminder', 'purpose.safety', 'choice.missing',
  'orders.missing', 'tick.missing', 'dead.title', 'dead.headline', 'dead.lead', 'dead.1', 'dead.2',
  'dead.3', 'error.title', 'error.headline', 'error.lead', 'help.title',
  'reissue.title', 'reissue.headline', 'reissue.lead', 'reissue.choose', 'reissue.same.more', 'reissue.button',
  'reissue.binding', 'reissue.next.1', 'reissue.next.2', 'reissue.requested.lead', 'reissue.mark',
] as const; // biome-ignore format: a list of keys reads better as a paragraph

export type TextKey = (typeof textKeys)[number];
export type PageTexts = Readonly<Record<TextKey, string>>;
