import type { Messages } from '../catalogue.ts';

export const setup: Messages = {
  'setup.title': 'Set-up guide',
  'setup.line':
    'From nothing to the first message in about half an hour. Leave whenever you like: what is done stays done.',
  'setup.steps': 'Steps',
  'setup.progress': '{done} of {all} done',
  'setup.minutes': '{minutes} min',
  'setup.takes': 'Takes about {minutes, plural, one {# minute} other {# minutes}}.',
  'setup.state.done': 'done',
  'setup.state.skipped': 'later',
  'setup.next': 'Next: {step}',
  'setup.finish': 'Finish',
  'setup.later': 'Later',
  'setup.take-up': 'Take it up again',
  'setup.go-on': 'Go on: {step} ({minutes} min)',
  'setup.back': '← Set-up guide',
  'setup.go-back': 'Back to the set-up guide',
  'setup.confirm.mail': 'It is right as it is',
  'setup.confirm.promise': 'Promise no days',
  'setup.confirm.calendar': 'It is right as it is',
  'setup.confirm.plan': 'I have seen it',
  'setup.done': 'Everything is set up',
  'setup.done.some': 'What was to be done now is done',
  'setup.done.line': 'Vigente looks after your renewals from here on.',
  'setup.done.skipped': 'Left for later: {steps}. You find this guide in the settings.',
  'setup.done.dashboard': 'To the dashboard',
  'setup.step.brand': 'Brand',
  'setup.step.brand.title': 'How your customers see you',
  'setup.step.brand.why':
    'A message that looks like yours is trusted and opened; one that does not is taken for fraud.',
  'setup.step.mail': 'Mail',
  'setup.step.mail.title': 'How your messages leave',
  'setup.step.mail.why':
    'Without a server that takes them and records that vouch for them, notices end in the junk folder.',
  'setup.step.import': 'First import',
  'setup.step.import.title': 'Your orders and certificates',
  'setup.step.import.why':
    'Everything Vigente tells and plans comes from your inventory: what ends when, and who is told.',
  'setup.step.promise': 'Days kept',
  'setup.step.promise.title': 'What you promise to those who renew early',
  'setup.step.promise.why':
    'Nobody renews early to lose days: knowing that they are kept is the best reason not to wait.',
  'setup.step.calendar': 'Calendar of notices',
  'setup.step.calendar.title': 'When your customers hear from you',
  'setup.step.calendar.why': 'Early enough to act, and not so often that nobody reads any more.',
  'setup.step.plan': 'First plan',
  'setup.step.plan.title': 'Who will get what in the days ahead',
  'setup.step.plan.why':
    'You see each message before it leaves, with its reason, and nothing comes as a surprise.',
  'setup.step.sending': 'Sending',
  'setup.step.sending.title': 'Switch sending on',
  'setup.step.sending.why': 'Until now nothing has left; from here on your customers are told in time.',
  'setup.import.done': 'Your inventory is in.',
  'setup.import.file': 'A CSV or XLSX file, as your authority’s console or your billing exports it.',
  'setup.import.columns':
    'Headings in any language. What counts: order number, last day, customer, e-mail, names.',
  'setup.import.dry': 'First you see what would be added, changed and refused, and why. Nothing is sent.',
  'setup.import.again': 'It can be undone, and bringing the same file twice changes nothing.',
  'setup.import.go': 'Choose the file',
  'setup.import.another': 'Import another file',
  'setup.import.see': 'See the imports',
  'setup.promise.picture':
    'Somebody renews {left} days before the end. With the days kept the new order lasts {all} days; without, {term}, and {left} paid days are lost.',
  'setup.promise.picture.kept': 'Days kept: {days} days',
  'setup.promise.picture.lost': 'Days lost: {days} days',
  'setup.promise.unless':
    'Messages speak of days kept only where somebody of yours stands behind it and says where it is written.',
  'setup.promise.no-orders': 'Once your inventory is in, each of its authorities stands here.',
  'setup.promise.all': 'All authorities',
  'setup.promise.published.none': 'We know of no published text for today. Ask your contact there.',
  'setup.promise.published.in-force':
    'Published: {how, select, kept {whoever renews in the last {days} days keeps what remains} other {the days that remain are not kept}}. Confirm it with your contact before you promise anything.',
  'setup.promise.published.over':
    'Published for orders until {until}: {how, select, kept {the days that remained in the last {days} days were kept} other {days were not kept}}. We know of no confirmation for today; ask your contact there.',
  'setup.promise.nothing': 'Nothing is promised: messages do not speak of days kept.',
  'setup.promise.promised':
    '{how, select, kept {The days that remain are kept} other {The days that remain are not kept}}, renewing from {days} days before the end{most, plural, =-1 {} one {, at most # day} other {, at most # days}}.',
  'setup.promise.write': 'Write down what holds',
  'setup.promise.write-of': 'Write down what holds for {name}',
  'setup.promise.days': 'Whoever renews early…',
  'setup.promise.kept': '…keeps the days that remain: they are added to the new order',
  'setup.promise.lost': '…does not keep them: the new order begins at once',
  'setup.promise.name': 'Days kept: {name}',
  'setup.promise.save': 'Stand behind it',
  'setup.promise.saved': 'Written down for {name}',
  'setup.promise.all-of-them': 'All promises, by product and date',
  'setup.calendar.built-in': 'The built-in calendar is in force.',
  'setup.calendar.own': 'Your own calendar is in force, version {version}.',
  'setup.calendar.short':
    'The shorter a certificate lives, the closer its stages move together by themselves.',
  'setup.calendar.change': 'Change the calendar',
  'setup.plan.no-orders': 'There are no orders yet, so there is nothing to plan.',
  'setup.plan.import': 'First import',
  'setup.plan.making': 'The plan is being worked out…',
  'setup.plan.asleep':
    'The process that plans and sends is not running. Start it: “vigente serve” does both.',
  'setup.plan.sum':
    '{messages, plural, =0 {No message falls due} one {# message would leave} other {# messages would leave}}',
  'setup.plan.until': 'until {day}',
  'setup.plan.days': 'Messages by day',
  'setup.plan.messages': '{messages, plural, one {# message} other {# messages}}',
  'setup.plan.first': 'The first ones',
  'setup.plan.why-not':
    'Besides, {held, plural, one {# touch waits} other {# touches wait}} and {suppressed, plural, one {# is not sent} other {# are not sent}}, each with its reason.',
  'setup.plan.open': 'Open the plan',
  'setup.sending.would':
    '{all, plural, one {message would leave at once} other {messages would leave at once}}',
  'setup.sending.as-of': 'As of {at}. Nothing leaves while you look.',
  'setup.sending.unusual':
    'More than {most} at once wait for a colleague’s word before the first one leaves.',
  'setup.sending.first': 'The first to be told',
  'setup.sending.read': '{orders, plural, one {Read (# order)} other {Read (# orders)}}',
  'setup.sending.back': '{count, plural, one {# touch stays back: why} other {# touches stay back: why}}',
  'setup.sending.looked':
    '{all, plural, =0 {I know that messages will leave as the plan has it} one {I have looked at it: # message may leave} other {I have looked at it: # messages may leave}}',
  'setup.sending.switch': 'Switch sending on',
  'setup.sending.switch.line':
    'You can switch it off at any time, in the middle of a run too; what has left cannot be called back.',
  'setup.sending.switched': 'Sending is on',
  'setup.sending.is-on': 'Sending is on.',
  'setup.sending.under-way':
    '{submitted, plural, one {# message submitted} other {# messages submitted}}, {waiting} waiting.',
  'setup.sending.messages': 'See the messages',
  'setup.sending.through': 'They leave through {server}, from {sender}.',
  'setup.sending.outbox': 'There is no mail server: messages would stay in the outbox and reach nobody.',
  'setup.sending.name-server': 'Name a mail server',
};
