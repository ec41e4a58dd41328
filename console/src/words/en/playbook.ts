import type { Messages } from '../catalogue.ts';

export const playbook: Messages = {
  'playbook.title': 'Playbook',
  'playbook.line': 'How the work of every day is done here, step by step, with the way into each page.',
  'playbook.find': 'A word of your question',
  'playbook.filter.role': 'For whom',
  'playbook.says.role': 'for {role}',
  'playbook.found': '{count, plural, =0 {No how-to found} one {# how-to found} other {# how-tos found}}',
  'playbook.topic.customers': 'Customers’ questions',
  'playbook.topic.inventory': 'The inventory',
  'playbook.topic.sending': 'Sending',
  'playbook.topic.ahead': 'What lies ahead',
  'playbook.minutes': '{minutes, plural, one {# minute} other {# minutes}}',
  'playbook.for': 'For:',
  'playbook.everybody': 'All roles',
  'playbook.back': 'The whole playbook',
  'playbook.whole': 'Open it as a page, to print it or send it',
  'playbook.print': 'Print',
  'playbook.steps': 'Steps',
  'playbook.worked': 'When it worked',
  'playbook.otherwise': 'When it is otherwise',
  'playbook.related': 'Goes with it',
  'playbook.not-for-you':
    'Some of this asks for a role that you do not have. Read what has to be done, and ask a colleague who has it.',
  'playbook.how-to.no-message': 'Why did this customer get no notice?',
  'playbook.find.no-message':
    'not told, silent, missing mail, reason, suppressed, on hold, did not arrive, never written to',
  'playbook.ask.no-message': 'Why was there no notice?',
  'playbook.how-to.says-renewed': 'A customer says they have renewed already',
  'playbook.find.says-renewed':
    'renewed elsewhere, other provider, still gets reminders, nagged, stop notices of one order, perhaps renewed, declined',
  'playbook.ask.says-renewed': 'What if they have renewed already?',
  'playbook.how-to.what-was-sent': '“What did you send me in March?”',
  'playbook.find.what-was-sent':
    'history, proof, copy of a message, what was said, which e-mail, month, date, complaint, download eml, send again, resend',
  'playbook.ask.what-was-sent': 'How do I find an older message?',
  'playbook.how-to.renewal-wish': 'A customer wants to renew: from the wish to the new order',
  'playbook.find.renewal-wish':
    'request, renew now, close a request, next date, overdue, take over, call back, decline, offer, sale',
  'playbook.ask.renewal-wish': 'How do I take a request to its end?',
  'playbook.how-to.wrong-contact': 'The address is wrong, or somebody else is in charge now',
  'playbook.find.wrong-contact':
    'contact, new person, left the company, change e-mail, nobody to write to, not ours, bouncing, objection, consent, unsubscribe',
  'playbook.ask.wrong-contact': 'Somebody else is in charge?',
  'playbook.how-to.failed-doubtful': 'A message failed, bounced or is uncertain',
  'playbook.find.failed-doubtful':
    'refused, mail server, error, try again, resend, repeat, bounce, did not arrive, connection broke, needs you',
  'playbook.ask.failed-doubtful': 'What do I do with these?',
  'playbook.how-to.import-undo': 'Bring a new file in, and undo a wrong one',
  'playbook.find.import-undo':
    'import, inventory, CSV, XLSX, Excel, columns, refused rows, dates, day and month, take back, wrong file, undo an import',
  'playbook.ask.import-undo': 'How do I bring a file in, or take one back?',
  'playbook.how-to.held-run': 'A run waits for me, or a day has to be approved',
  'playbook.find.held-run':
    'held, far more than usual, approval, approve, release, discard, hold a customer, skip a notice, bring forward',
  'playbook.ask.held-run': 'What do I look at before I let it go?',
  'playbook.how-to.stop-everything': 'Stop everything, now',
  'playbook.find.stop-everything':
    'emergency, switch off, pause, wrong messages going out, halt, panic, stop sending',
  'playbook.ask.stop-everything': 'How do I stop everything?',
  'playbook.how-to.change-calendar': 'Change the calendar of notices safely',
  'playbook.find.change-calendar':
    'cadence, stage, days before, more notices, fewer notices, escalation, effect, version, roll back, schedule',
  'playbook.ask.change-calendar': 'How do I change it safely?',
  'playbook.how-to.mail-records': 'SPF, DKIM and DMARC: let notices arrive',
  'playbook.find.mail-records':
    'DNS, spam, junk, records, domain, mail server, signature, key, deliverability, test message',
  'playbook.ask.mail-records': 'What are these records for?',
  'playbook.how-to.shorter-lives': 'Certificates of 100 and 47 days: what changes, and what to do before',
  'playbook.find.shorter-lives':
    'validity, 200 days, 2027, 2029, shorter certificates, reissue, lifetime, forum, automation, domain validation, what changes',
  'playbook.ask.shorter-lives': 'What changes with 100 and 47 days?',
};
