import type { PageTexts } from './page-texts.ts';

/** British or American only where dates and money are. */
export const en: PageTexts = {
  'greeting.named': 'Dear {person},',
  'greeting.plain': 'Hello,',
  days: '{n, plural, one {# day} other {# days}}',
  months: '{n, plural, one {# month} other {# months}}',
  years: '{n, plural, one {# year} other {# years}}',
  left: '{days, plural, =0 {expires today} one {# day left} other {# days left}}',
  over: '{days, plural, one {expired # day ago} other {expired # days ago}}',
  'ring.days': '{days, plural, one {day} other {days}}',

  'fact.number': 'Order number',
  'fact.name': 'Name',
  'fact.names': '{n, plural, one {and # more name} other {and # more names}}',
  'fact.product': 'Product',
  'fact.holder': 'Holder',
  'fact.account': 'Account',
  'fact.issued': 'Issued',
  'fact.ends': 'Expires',
  'fact.validity': 'Validity',
  'fact.price': 'Last price',
  'facts.title': '{count, plural, one {Your order} other {Your orders}}',

  'renew.title': '{count, plural, one {Renew order {number}} other {Renew # orders}}',
  'renew.headline':
    '{over, select, yes {{count, plural, one {The SSL certificate of {name} expired on {date}} other {# SSL certificates to renew; the first expired on {date}}}} other {{count, plural, one {The SSL certificate of {name} expires on {date}} other {# SSL certificates to renew; the first expires on {date}}}}}',
  'renew.headline.keeps':
    '{count, plural, one {Renew by {date} and keep the days you have left: {kept} today} other {Renew today and keep every day you have left}}',
  'renew.lead':
    '{count, plural, one {Here is what we know about the order. Once you confirm, we start to renew it and send you no more notices about it.} other {Here is what we know about the orders. Once you confirm, we start to renew them and send you no more notices about them.}}',
  'renew.lead.over':
    'If the server still uses this certificate, browsers warn whoever visits the site. Once the new certificate is installed, the warning is gone.',
  'keeps.title': 'How your days add up',
  'keeps.today': 'Today',
  'keeps.end': 'Ends now',
  'keeps.until': 'Will end',
  'keeps.sum': '{days} left + {term} of renewal',
  'keeps.each': 'keeps {days}: would run until {until}',
  'renew.choose': '{count, plural, one {How shall we renew it?} other {How shall we renew them?}}',
  'renew.orders': 'Which orders?',
  'renew.same': 'As it is now',
  'renew.same.more':
    '{count, plural, one {The same product and the same names.} other {The same products and the same names.}}',
  'renew.talk': 'Talk to me first',
  'renew.talk.more': 'We get in touch, in case something changes: names, product, term or price.',
  'renew.button': '{count, plural, one {Renew the order} other {Renew these orders}}',
  'renew.binding':
    'Pressing the button charges nothing: you get the confirmation and the terms before you pay.',
  'renew.next': 'What happens next?',
  'renew.next.1':
    'We receive your request and stop the renewal notices for {count, plural, one {this order} other {these orders}}.',
  'renew.next.2':
    'We confirm the price and, where needed, ask you for the check of the domain or the company.',
  'renew.next.3':
    'You receive the new certificate and install it. The present one stays good until its date.',
  'renew.already': 'Already renewed?',
  'renew.already.text':
    'Then there is nothing to do. If you want the notices to stop, use the link “Switch off notices for this order” in our message, or write to us.',

  'reissue.title': '{count, plural, one {New certificate for order {number}} other {# new certificates}}',
  'reissue.headline':
    '{over, select, yes {{count, plural, one {Your order is still in force; the SSL certificate of {name} expired on {date}} other {Your orders are still in force; the first SSL certificate expired on {date}}}} other {{count, plural, one {Your order is still in force; the SSL certificate of {name} expires on {date}} other {Your orders are still in force; the first SSL certificate expires on {date}}}}}',
  'reissue.lead':
    '{count, plural, one {Certificates last shorter than orders, so yours includes new ones at no charge. Once you confirm, we prepare the next one and send you no more notices about this one.} other {Certificates last shorter than orders, so yours include new ones at no charge. Once you confirm, we prepare the next ones and send you no more notices about these.}}',
  'reissue.choose': '{count, plural, one {How would you like it?} other {How would you like them?}}',
  'reissue.same.more': 'The same names.',
  'reissue.button': '{count, plural, one {Ask for the new certificate} other {Ask for the new certificates}}',
  'reissue.binding': 'Nothing is charged as long as the names stay the same.',
  'reissue.next.1':
    'We receive your request and stop the notices for {count, plural, one {this certificate} other {these certificates}}.',
  'reissue.next.2': 'Where needed, we ask you again for the check of the domain or the company.',
  'reissue.requested.lead':
    'Your request for {count, plural, one {a new certificate of order {number}} other {# new certificates}} reached us on {at}. Since then we send you no more notices about {count, plural, one {this certificate} other {these certificates}}.',
  'reissue.mark': 'new certificate at no charge',

  'requested.title': 'Request received',
  'requested.headline': 'Thank you: we have your request',
  'requested.lead':
    'Your request for {count, plural, one {the renewal of order {number}} other {the renewal of # orders}} reached us on {at}. Since then we send you no more notices about {count, plural, one {this order} other {these orders}}.',
  'requested.some':
    'We already have your request for {count, plural, one {order {numbers}} other {orders {numbers}}}.',
  'requested.undo': 'I pressed by mistake',
  'requested.undo.text': 'The request is withdrawn and we write to you again before the end date.',
  'requested.undo.tick': 'Yes, I want to withdraw the request',
  'requested.undo.button': 'Withdraw the request',
  'renewed.headline':
    '{count, plural, one {Order {number} is already renewed} other {These orders are already renewed}}',
  'renewed.lead':
    'There is nothing more to do. If the new certificate is not installed yet, do so before {date}.',
  'renewed.by': 'Order {number} follows it.',
  'closed.headline': 'This order can no longer be renewed here',
  'closed.lead':
    'Order {number} is cancelled or revoked. If you need a certificate, write to us and we will see to it together.',

  'mute.title': 'Notices for order {number}',
  'mute.headline': 'Switch off the renewal notices for order {number}?',
  'mute.lead':
    'It is the SSL certificate of {name}, which {over, select, yes {expired} other {expires}} on {date}. Once switched off, nobody at your company receives notices about this order. Your other orders stay as they are.',
  'mute.choose': 'For what reason?',
  'mute.renewed-elsewhere': 'It is renewed already',
  'mute.no-longer-used': 'It is no longer used',
  'mute.someone-else': 'Another company looks after it',
  'mute.button': 'Switch the notices off',
  'muted.headline': 'The notices for order {number} are off',
  'muted.lead': 'We will send no more notices about {name}. You can switch them on again whenever you like.',
  'muted.tick': 'Yes, I want to receive them again',
  'muted.button': 'Switch them on again',

  'not-mine.title': 'This order is not mine',
  'not-mine.headline': 'Is order {number} not yours to look after?',
  'not-mine.lead':
    'It is the SSL certificate of {name}. If it is not yours, we stop writing to you about this order and look for the right person.',
  'not-mine.choose': 'What is the case?',
  'not-mine.left-company': 'I no longer work at {company}',
  'not-mine.left-company.plain': 'I no longer work at that company',
  'not-mine.someone-else': 'A colleague looks after it',
  'not-mine.unknown-company': 'I do not know {company}',
  'not-mine.unknown-company.plain': 'I do not know that company',
  'not-mine.button': 'It is not mine',
  'disowned.headline': 'Thank you for telling us',
  'disowned.lead':
    'We will not write to you about order {number} again. We will look for the person in charge of {name}.',
  'disowned.tick': 'Yes, this order is mine after all',
  'disowned.button': 'Undo',

  'unsubscribe.title': 'Unsubscribe',
  'unsubscribe.headline.offer': 'Stop sending you offers?',
  'unsubscribe.headline.reminder': 'Stop sending you reminders?',
  'unsubscribe.headline.safety': 'Stop sending you every notice?',
  'unsubscribe.lead':
    'This is about the address that the message came to. Nothing has changed yet: choose and confirm.',
  'unsubscribe.choose': 'What do you not want to receive?',
  'unsubscribe.offer': 'Offers and suggestions',
  'unsubscribe.reminder': 'Renewal reminders in good time',
  'unsubscribe.reminder,offer': 'Neither reminders nor offers',
  'unsubscribe.safety,reminder,offer': 'No message at all, not even the last notices',
  'unsubscribe.stays': 'What still comes',
  'unsubscribe.stays.offer':
    'Renewal reminders and safety notices, which come in the last days before a certificate ends and once after.',
  'unsubscribe.stays.reminder':
    'Safety notices: they come in the last days before a certificate ends and once after.',
  'unsubscribe.stays.safety':
    'If you choose no message at all, we will not tell you that a certificate is about to end, and visitors of your site may meet a warning.',
  'unsubscribe.button': 'Confirm',
  'unsubscribed.headline': 'Done: it holds from now on',
  'unsubscribed.lead': 'From now on we will not send you: {what}.',
  'unsubscribed.stays': 'These still come: {what}.',
  'unsubscribed.nothing': 'We will send no more notices to this address.',
  'unsubscribed.tick': 'Yes, I want to receive them again',
  'unsubscribed.button': 'Undo',
  'purpose.offer': 'offers',
  'purpose.reminder': 'renewal reminders',
  'purpose.safety': 'safety notices',

  'choice.missing': 'Choose one of the options to go on.',
  'orders.missing': 'Choose at least one order to go on.',
  'tick.missing': 'Tick the box to go on.',

  'dead.title': 'Link not valid',
  'dead.headline': 'This link does not tell us which order it is about',
  'dead.lead': 'It may have been cut when it was copied, or it is no longer in use.',
  'dead.1': 'Go back to the message and press its button, or copy the whole address.',
  'dead.2': 'If you have a newer message, use the link in that one.',
  'dead.3': 'If it does not work, answer the message: a person reads it.',
  'error.title': 'Not possible just now',
  'error.headline': 'We could not do that just now',
  'error.lead':
    'It is not your doing. Nothing was changed; please try again in a few minutes with the same link.',

  'help.title': 'Would you rather talk to us?',
};
