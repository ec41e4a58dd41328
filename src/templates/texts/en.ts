/**
 * English. Values: `count` orders of the letter's subject, `others` of the other clock, `over` lapsed ones, `ahead`
 * those to come; `name`, `number`, `date`, `days`, `left`… are those of the most urgent order.
 */
export const en = {
  'greeting.named': 'Dear {person},',
  'greeting.plain': 'Hello,',
  left: '{state, select, over {{days, plural, =0 {expired today} one {expired # day ago} other {expired # days ago}}} other {{days, plural, =0 {expires today} one {# day left} other {# days left}}}}',
  'ends.on': '{state, select, over {expired on {date}} other {expires on {date}}}',
  years: '{n, plural, one {# year} other {# years}}',
  months: '{n, plural, one {# month} other {# months}}',
  days: '{n, plural, one {# day} other {# days}}',
  'names.more': '{n, plural, one {and # more name} other {and # more names}}',

  'early.subject':
    '{count, plural, one {{name}: your SSL certificate expires on {date}} other {# SSL certificates expire from {date}}}',
  'early.preheader':
    '{count, plural, one {Order {number}, {left}. Renewing takes one step.} other {First {name}, order {number}, {left}. All of them are in this message.}}',
  'early.headline':
    '{count, plural, one {Your SSL certificate for {name} expires on {dateLong}} other {# of your SSL certificates expire in the coming weeks}}',
  'early.headline.keeps':
    '{count, plural, one {Renew early and keep the {kept, plural, one {day} other {# days}} you have left} other {Renew early and keep every day you have left}}',
  'early.lead':
    '{count, plural, one {The SSL certificate that protects {name} (order {number}) expires on {dateLong}. It is a good moment to renew it: there is time for every check, and it takes one step.} other {# SSL certificates of yours are due for renewal. The first, {name} (order {number}), expires on {dateLong}. There is time for every check, and one page renews them all.}}',
  'early.lead.inform':
    'There is nothing to do yet. From {opens} you can renew without losing a day; this message is for your planning.',
  'early.lead.keeps':
    '{count, plural, one {If you renew today, {kept, plural, one {the day that remains is} other {the # days that remain are}} added to the new term and the order runs until {until}.} other {If you renew today, the days that remain are added to each new term; next to every order you see how many.}}',

  'last-days.subject':
    '{count, plural, one {{name}: your SSL certificate {days, plural, =0 {expires today} one {expires tomorrow} other {expires in # days}}} other {# SSL certificates expire, the first {days, plural, =0 {today} one {tomorrow} other {in # days}}}}',
  'last-days.preheader':
    '{count, plural, one {Order {number} ends on {date}. Three steps and it is renewed.} other {First {name}, order {number}, on {date}. One page renews them all.}}',
  'last-days.headline':
    '{count, plural, one {{name} {days, plural, =0 {expires today} one {expires tomorrow} other {expires in # days}}} other {# SSL certificates expire, the first {days, plural, =0 {today} one {tomorrow} other {in # days}}}}',
  'last-days.lead':
    '{count, plural, one {The SSL certificate for {name} (order {number}) is valid until {dateLong}. After that day, browsers show a warning to everyone who visits the site. Renewing today leaves time to install the new certificate.} other {These SSL certificates end soon, the first on {dateLong}. After its day, browsers show a warning to everyone who visits the site it protects. Renewing today leaves time to install the new certificates.}}',

  'expired.subject':
    '{over, plural, one {{name}: your SSL certificate expired on {date}} other {# SSL certificates have expired, the first on {date}}}',
  'expired.preheader':
    '{over, plural, one {Order {number}, {left}. It can still be renewed in one step.} other {First {name}, order {number}, {left}. One page renews them all.}}',
  'expired.headline':
    '{over, plural, one {The SSL certificate for {name} expired on {dateLong}} other {# of your SSL certificates have expired}}',
  'expired.lead':
    '{over, plural, one {If the server still uses this certificate, browsers warn everyone who visits {name}, and programs may refuse the connection. Once you renew order {number} and install the new certificate, the warning is gone.} other {Where a server still uses one of these certificates, browsers warn its visitors, and programs may refuse the connection. Once you renew and install the new certificates, the warning is gone.}}{ahead, plural, =0 {} one { One more ends soon and is listed too.} other { # more end soon and are listed too.}}',

  'reissue.subject':
    '{count, plural, one {{name}: {state, select, over {the installed certificate has expired, a new one is free} other {a new SSL certificate, free of charge, before {date}}}} other {# new SSL certificates, free of charge: the first {state, select, over {expired on {date}} other {before {date}}}}}',
  'reissue.preheader':
    '{count, plural, one {Order {number} stays in force; only the certificate has to be replaced.} other {The orders stay in force; only the certificates have to be replaced. First {name}, order {number}.}}',
  'reissue.headline':
    '{count, plural, one {Your order stays in force; its certificate needs replacing} other {Your orders stay in force; # certificates need replacing}}',
  'reissue.lead':
    '{count, plural, one {The certificate installed for {name} (order {number}) {state, select, over {expired} other {expires}} on {dateLong}. Certificates last less time than orders do, so every order includes new ones.} other {# installed certificates end before their orders do, the first, {name} (order {number}), on {dateLong}. Certificates last less time than orders do, so every order includes new ones.}} There is no charge as long as the names stay the same.',

  'also.certificate':
    '{others, plural, one {Another order stays in force and only needs a new certificate, free of charge: it has its own section below.} other {# more orders stay in force and only need a new certificate, free of charge: they have their own section below.}}',
  'also.coverage':
    '{others, plural, one {Another order is due for renewal: it has its own section below.} other {# more orders are due for renewal: they have their own section below.}}',

  'button.renew': 'Renew now',
  'button.renew.all': '{total, plural, one {Renew now} other {Renew the # orders}}',
  'button.renew.first': 'Renew order {number}',
  'button.reissue': 'Get the new certificate',
  'button.reissue.all': '{total, plural, one {Get the new certificate} other {Get the # new certificates}}',
  'button.reissue.first': 'Get the certificate of order {number}',
  'button.both': 'See the {total} orders and act',
  'button.look': 'See the order',
  'button.look.all': 'See the {total} orders',
  'button.console': 'Log in to the console',

  'section.one': 'The order in detail',
  'section.coverage': '{n, plural, one {Order to renew} other {# orders to renew}}',
  'section.certificate':
    '{n, plural, one {New certificate, free of charge} other {# new certificates, free of charge}}',
  'section.coverage.intro': 'The term of these orders ends. Renewing is a new purchase.',
  'section.certificate.intro':
    'The order stays in force; only the installed certificate is replaced. Nothing is charged while the names stay the same.',
  'section.localEnd.same': 'In your time zone they end at {time} ({zone}) of their last day.',
  'section.localEnd.next': 'In your time zone they end at {time} ({zone}) of the day after the one shown.',
  'section.localEnd.previous':
    'In your time zone they end at {time} ({zone}) of the day before the one shown.',
  'section.more':
    '{more, plural, one {# more order is listed in full in the plain-text part of this message} other {# more orders are listed in full in the plain-text part of this message}}',
  'section.more.link': 'and on your renewal page',

  'label.account': 'Account number',
  'label.number': 'Order number',
  'label.order': 'Order',
  'label.product': 'Product',
  'label.authority': 'Authority',
  'label.commonName': 'Common name',
  'label.names': 'Other names',
  'label.holder': 'Company',
  'label.issued': 'Issued',
  'label.expires': 'Expiry',
  'label.validity': 'Validity',
  'label.price': 'Price',
  'label.coverageEnds': 'Order until',
  'price.renewing': '{amount} to renew',
  'detail.issued': 'issued {date}',
  'detail.validity': 'validity {term}',
  'detail.coverage': 'order until {date}',
  'detail.names': '{n, plural, one {# more name} other {# more names}}',
  'link.renew': 'Renew',
  'link.reissue': 'New certificate',
  'link.look': 'See the order',
  'link.mute': 'Stop notices for this order',
  'link.notMine': 'Not ours',

  'note.perhaps':
    'Since {date} we see a newer certificate for these names. If it replaces this one, there is nothing to do.',
  'note.partly': 'A renewal was seen that leaves some names out. Still to cover: {names}.',
  'note.localEnd':
    'In your time zone it {state, select, over {ended} other {ends}} on {date} at {time} ({zone}).',
  'note.keeps': 'Renewed today it keeps {kept, plural, one {# day} other {# days}} and runs until {until}.',
  'note.opens': 'From {date} it can be renewed without losing a day.',

  'timeline.title': 'What you have left is kept',
  'timeline.today': 'Today, {today}',
  'timeline.kept': '{n, plural, one {# day you have left} other {# days you have left}}',
  'timeline.term': '{n, plural, one {# new day} other {# new days}}',
  'timeline.total': 'Renewed today: {total}, until {until}',

  'steps.title': 'How to renew',
  'steps.1': 'Open the renewal link of the order; it is made for you and needs no form.',
  'steps.1.console':
    'Open the renewal link of the order, or log in to the console and choose “Expiring certificates”, then “Renew now”.',
  'steps.2': 'Check the details and confirm the renewal.',
  'steps.3':
    'Install the new certificate on your server {state, select, over {as soon as you have it} today {today} other {before {dateLong}}}.',
  'steps.reissue.title': 'How to replace the certificate',
  'steps.reissue.1': 'Open the link of the order to ask for the new certificate.',
  'steps.reissue.1.console':
    'Open the link of the order, or log in to the console and choose “Expiring certificates”.',
  'steps.reissue.2': 'Confirm that the names stay the same; nothing is charged.',
  'steps.reissue.3':
    'Install the new certificate on your server {state, select, over {as soon as you have it} today {today} other {before {dateLong}}}.',
  'already.title': 'Already done?',
  'already.body': 'Then there is nothing to do. Once we see the new certificate, these notices stop.',

  'automation.title': 'Let the next renewal take care of itself',
  'automation.body':
    'With automatic renewal (ACME) your servers ask for each certificate and install it on their own. It pays more every year: certificates last at most 100 days from 15 March 2027 and 47 from 15 March 2029.',
  'automation.link': 'How to automate it',
  'savings.title': 'Ways to save',
  'savings.upgrade': 'A certificate that covers more',
  'savings.upgrade.body': 'One wildcard or multi-domain certificate can stand in for several.',
  'savings.longer': 'A plan of several years',
  'savings.longer.body': 'One order and one invoice; new certificates are included for its whole term.',
  'savings.bring': 'Certificates from other authorities',
  'savings.bring.body': 'Bring them into the same account and calendar.',
  'savings.link': 'See how',

  'manager.title': 'Your contact',
  'support.title': 'Questions?',
  oldConsole: 'The previous console closes on {date}. From then on, please renew at',
  closing: 'Kind regards,',
  'footer.why':
    'You receive this message because you are a contact for {total, plural, one {this order} other {these orders}}.',
  'footer.unsubscribe': 'Stop receiving these notices',
  'footer.preferences': 'Choose which notices you receive',
  'footer.poweredBy': 'Powered by {authority}',
};
