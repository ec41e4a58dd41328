import type { Messages } from '../catalogue.ts';

export const sending: Messages = {
  'sending.title': 'Sending',
  'sending.line': 'Whether notices leave, which runs wait for a decision, and how far each has come.',
  'sending.switch': 'The switch',
  'sending.is-on': 'Sending is on',
  'sending.is-off': 'Sending is off: nothing leaves',
  'sending.since': 'Since {at}.',
  'sending.waiting':
    '{count, plural, =0 {Nothing waits to go.} one {One message waits to go.} other {# messages wait to go.}}',
  'sending.no-worker':
    'No process that sends is running: even switched on, nothing leaves until “vigente serve” is started.',
  'sending.workers': '{count, plural, one {One process sends.} other {# processes send.}}',
  'sending.on': 'Switch sending on…',
  'sending.on.yes':
    '{count, plural, =0 {Switch sending on} one {Switch on: one message leaves now} other {Switch on: # messages leave now}}',
  'sending.off': 'Switch sending off',
  'sending.would':
    '{count, plural, =0 {No new notice would leave right now.} one {One new notice would leave.} other {# new notices would leave.}}',
  'sending.would-waiting':
    '{count, plural, one {And one that is made already.} other {And # that are made already.}}',
  'sending.would-hold':
    'That is far more than usual ({usual, plural, =0 {nothing is usual yet} one {# a day} other {# a day}}; up to {most} go unasked): the run will wait until somebody lets it go.',
  'sending.share': '{count, plural, one {# notice} other {# notices}}, {stage}',
  'sending.first': 'The first recipients',
  'sending.see-previews': 'See all previews',
  'sending.stays': 'What stays, and why',
  'sending.count': '{count, plural, one {# notice} other {# notices}}',
  'sending.number': '{count, number}',
  'sending.held': 'Held run',
  'sending.held.title': '{count, plural, one {One message waits} other {# messages wait}} for your decision',
  'sending.held.why':
    'The run of {at} is far larger than usual: {usual, plural, =0 {nothing is usual yet} one {# a day is usual} other {# a day are usual}}, and up to {most} go unasked.',
  'sending.held.since': 'The run of {at} waits.',
  'sending.see-all': '{count, plural, one {See the message} other {See the # messages}}',
  'sending.release': '{count, plural, one {Let the message go} other {Let the # messages go}}',
  'sending.discard': 'Discard…',
  'sending.discard.what':
    '{count, plural, one {One message is withdrawn} other {# messages are withdrawn}}; this cannot be undone. What has left does not come back.',
  'sending.discard.then': 'And afterwards',
  'sending.discard.again': 'Decide anew',
  'sending.discard.again.more':
    'The same stages are decided again at once: for when the import has been mended or undone.',
  'sending.discard.silent': 'Pass these stages over',
  'sending.discard.silent.more': 'They are not said; each order gets its notice when the next stage opens.',
  'sending.discard.note': 'Why, for your colleagues',
  'sending.discard.yes': '{count, plural, one {Discard the message} other {Discard # messages}}',
  'sending.run': 'Run',
  'sending.progress': 'How far the run has come',
  'sending.going': '{done, number} of {count, number} have left',
  'sending.stopped':
    'Stopped: {left, plural, =0 {nothing is left} one {one message is left} other {# messages are left}}',
  'sending.planned-at': 'Run of {at}',
  'sending.pace':
    '{perSecond, number} a second · {minutes, plural, =0 {no progress just now} one {about a minute left} other {about # minutes left}}',
  'sending.not-going': 'waits for its time',
  'sending.stop': 'Stop',
  'sending.stop-what':
    'When it is stopped, what is being handed over arrives and nothing more of this run leaves. What is planned later does leave; to stop everything, switch sending off.',
  'sending.resume': '{left, plural, one {Resume: one is left} other {Resume: # are left}}',
  'sending.done.on': 'Sending switched on',
  'sending.done.off': 'Sending switched off: nothing more leaves',
  'sending.done.release': '{left, plural, one {One message goes} other {# messages go}}',
  'sending.done.stop':
    'Run stopped: {left, plural, =0 {nothing is left} one {one message is left} other {# messages are left}}',
  'sending.done.resume': 'Run resumed: {left, plural, one {one message is left} other {# messages are left}}',
  'sending.done.discard': '{count, plural, one {One message withdrawn} other {# messages withdrawn}}',
  'sending.past': 'Runs',
  'sending.none': 'There has been no run yet',
  'sending.none-then': 'With sending on, the first appears as soon as a notice is due for an order.',
  'sending.at': 'When',
  'sending.state': 'State',
  'sending.state.planning': 'planning',
  'sending.state.held': 'held',
  'sending.state.released': 'under way',
  'sending.state.stopped': 'stopped',
  'sending.state.discarded': 'discarded',
  'sending.state.done': 'finished',
  'sending.planned': 'Planned',
  'sending.submitted': 'Submitted',
  'sending.left': 'Left',
  'sending.failed': 'Failed',
  'sending.word': 'Decision',
  'sending.by-hand': 'by hand',
};
