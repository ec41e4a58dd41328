/** The words of the partner's people's pages, as ICU messages. Another language is another file with these keys. */
const wordKeys = [
  'nav.label', 'nav.expiring', 'nav.messages', 'nav.other-language', 'nav.other-language.name', 'nav.skip',
  'sending.on', 'sending.off',
  'expiring.title', 'expiring.lead', 'group.lapsed', 'group.7', 'group.30', 'group.60', 'group.90', 'group.all',
  'col.order', 'col.name', 'col.expires', 'col.product', 'col.customer', 'col.notices', 'col.last-notice', 'col.why',
  'days.left', 'days.over', 'names.more', 'notices.on', 'notices.off', 'holder', 'never-written', 'stage.before',
  'stage.after', 'tone.in-force', 'tone.soon', 'tone.urgent', 'tone.lapsed',
  'filter.expiring', 'filter.messages', 'filter.button', 'filter.clear', 'page.next', 'page.first',
  'expiring.empty', 'expiring.empty.filtered', 'expiring.empty.do', 'messages.empty', 'messages.empty.filtered',
  'messages.empty.do', 'messages.title', 'messages.lead', 'col.state', 'col.recipient', 'col.subject', 'col.stage',
  'col.day', 'orders.count', 'state.all', 'state.waiting', 'state.claimed', 'state.attempted', 'state.submitted',
  'state.delivered', 'state.bounced', 'state.failed', 'state.uncertain', 'state.withdrawn', 'state.preview',
  'message.back', 'message.headers', 'message.shown', 'message.wide', 'message.phone', 'message.text', 'message.eml',
  'message.deliveries', 'message.events', 'message.changed', 'message.dropped', 'message.no-events', 'message.to',
  'purpose.safety', 'purpose.reminder', 'purpose.offer', 'clock.coverage', 'clock.certificate',
  'closed.title', 'closed.lead', 'closed.why', 'closed.do', 'closed.do.tunnel', 'closed.do.setting', 'wrong-host',
  'problem.title', 'problem.not-found', 'problem.internal', 'problem.back',
] as const; // biome-ignore format: a list of keys reads better as a paragraph

export type WordKey = (typeof wordKeys)[number];
export type StaffWords = Readonly<Record<WordKey, string>>;
