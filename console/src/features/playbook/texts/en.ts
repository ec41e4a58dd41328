import type { HowToTexts } from '../how-to-text.ts';

export const en: HowToTexts = {
  'no-message': {
    answer:
      'For every notice that stays, Vigente keeps the day and the reason. Both stand on the order; you need no report and no guess.',
    steps: [
      'Press <key>/</key> anywhere and type what the customer gives you: order number, domain, company or address. Open the order. Without any of it, begin with <orders>all orders</orders>.',
      'Look at <ui>expiring.view.timeline</ui>: each mark is one notice of the calendar, decided, not sent or still to come. Move over a mark, or open <ui>expiring.view.as-list</ui>, and read its day and its reason.',
      'If a message did leave, it stands under <ui>expiring.view.messages</ui> with what became of it. “Submitted” means that the mail server took it; whether it was read, nobody knows.',
      'For what is still to come, look at the plan: <held>what is on hold</held> and <silent>what is not sent</silent>, each with its reason. Add the customer as a filter.',
      'If nobody at all gets anything, see <sending>whether sending is on</sending> and whether a run waits for a decision.',
    ],
    worked:
      'You can say it in one sentence: which notice it was, on which day, and what kept it back. Send the order’s address to a colleague and they read the same.',
    otherwise: [
      {
        when: 'The reason says that there is nobody to write to, or that the address returns messages.',
        do: 'A contact is missing or wrong; <contact>these customers have none that works</contact>. How to put it right stands in the how-to on <wrong-contact>wrong addresses</wrong-contact>.',
      },
      {
        when: 'It looks renewed, and somebody should confirm it.',
        do: 'Answer the question on <perhaps>Perhaps renewed</perhaps>. Until then early notices wait; the last ones before the end go all the same.',
      },
      {
        when: 'Outside the hours, not a working day, a holiday, written to a few days ago, enough for today.',
        do: 'Nothing. It goes by itself as soon as it may. Waiting for hours and days ends before a notice would be late, and the most urgent ones do not wait for the distance to the one before.',
      },
      {
        when: 'Notices are switched off, or the address objected.',
        do: 'The switch of the order or of the customer is yours to turn. What the customer asked for is theirs: only they take it back, on the page behind the link in their messages.',
      },
      {
        when: 'There is no mark at all.',
        do: 'The order has no end yet, or ended long before it came in. Look at its dates; a wrong one comes right with the next import.',
      },
    ],
  },
  'says-renewed': {
    answer:
      'Believe them and write it down: the notices of that order stop at that moment. If the new order is here already, say that it follows the old one.',
    steps: [
      'Find the order with <key>/</key> and open it. Ask for which name and which server they renewed: a customer often has several certificates for one name.',
      'See whether <perhaps>Perhaps renewed</perhaps> shows it beside a newer order. If so, compare names and servers and press <ui>perhaps-renewed.confirm</ui>.',
      'If it is not there and they renewed with you, press <ui>expiring.ask.renew</ui> in the quick view, then <ui>expiring.request.see</ui>, and close the request as <ui>requests.close.renewed</ui> with the number of the new order. The order itself may come later with an import.',
      'If they renewed with somebody else, press <ui>expiring.ask.renewed-elsewhere</ui>; if they let it go, <ui>expiring.ask.declined</ui>. Write down who said so and why, and press <ui>expiring.ask.confirm</ui>.',
    ],
    worked:
      'The order shows what was said, by whom and when; nothing more is to come under <ui>expiring.view.timeline</ui>; a toast offers to undo it.',
    otherwise: [
      {
        when: 'A message left just before you noted it.',
        do: 'It cannot be called back; say so. The next one no longer comes: right before each message leaves, Vigente looks again.',
      },
      {
        when: 'Only some of the names, or fewer servers, are in the new order.',
        do: '<perhaps>Perhaps renewed</perhaps> lists what would be left out. Confirm only if that is meant; otherwise leave the notices on, so that nobody forgets the rest.',
      },
      {
        when: 'You noted it on the wrong order.',
        do: 'Press <ui>expiring.request.withdraw</ui> on it: its notices go on as planned. Open wishes stand in <requests>Requests</requests>.',
      },
      {
        when: 'They still get mails about it.',
        do: 'It may be another order of theirs, or another company’s mail. Search <expiring>what expires</expiring> for the domain, and ask them for the sender and the order number in the mail.',
      },
    ],
  },
  'what-was-sent': {
    answer:
      'Each message is kept as its reader saw it, with the hour, the address, the orders and what the mail server answered. You find it by whatever the customer remembers.',
    steps: [
      'Open <march>the messages of last March</march>. For other days, change them in the filters.',
      'Type an address, a person, a company, an order number or a host name into the search field. From <customers>a customer’s page</customers>, the list of messages leads to the same place.',
      'Open the message. You see it as its reader did, at desktop or telephone width; <ui>messages.text</ui> is good for reading it aloud.',
      'Read <ui>messages.deliveries</ui>: one message may speak of several orders, and tells which were left out and why. <ui>messages.events</ui> holds the hours and the mail server’s answers.',
      'If they need proof, give them <ui>messages.source</ui>: the message byte for byte, with its Message-ID.',
    ],
    worked: 'You can say the day, the address and the subject, and read out what it said about their order.',
    otherwise: [
      {
        when: 'Nothing stands in those days.',
        do: 'Then nothing left. Look at the order for the reason: the how-to on <no-message>missing notices</no-message> goes on from there.',
      },
      {
        when: 'The message says that it was made again.',
        do: 'Template or brand have changed since. The facts are those of that day; the look may differ.',
      },
      {
        when: 'Subject and text are gone.',
        do: 'Your company keeps them for a while only. To whom, when, about which orders and what the server said stays for good.',
      },
      {
        when: 'They want it again, or a colleague of theirs does.',
        do: 'Open the <messages>message</messages> and press <ui>messages.resend</ui>, to the same or another contact of that customer. It is made anew as of today and says nothing that is no longer true; what somebody objected to still holds.',
      },
    ],
  },
  'renewal-wish': {
    answer:
      'A wish comes from the customer’s message or from your note. It stops the notices at once, so somebody has to carry it out: take it, set a day, close it.',
    steps: [
      'Open <requests>the open requests</requests>. Those <unowned>without an owner</unowned> are waiting for somebody; <overdue>overdue</overdue> and <today>today’s</today> come first.',
      'Choose one and press <ui>requests.take</ui> (<key>t</key> in the list). Everybody then sees that it is yours.',
      'Read what was said: some want the same again, some want to talk first. The order’s names, servers, product and end stand beside it.',
      'Order the renewal at the authority or in your billing. Vigente does not order anything. If it takes time, set <ui>requests.next</ui> and a note: the request comes back to you on that day.',
      'Close it: <ui>requests.close.renewed</ui> with the number of the new order, <ui>requests.close.renewed-elsewhere</ui>, or <ui>requests.close.declined</ui> with the reason.',
    ],
    worked:
      'It has left the open ones, its history tells who did what, and the new order is linked to the old one as soon as both are in the inventory. An import that brings the new order closes the request by itself.',
    otherwise: [
      {
        when: 'They ask on the telephone.',
        do: 'Find the order with <key>/</key> and press <ui>expiring.ask.renew</ui>. It is the same request, with your name on it.',
      },
      {
        when: 'They have changed their mind.',
        do: '<ui>requests.withdraw</ui>, or <ui>requests.reopen</ui> if it was closed: the notices go on, unless you keep them stopped.',
      },
      {
        when: 'The end comes near and the wish is still open.',
        do: 'Nobody is reminding the customer any more: that is on you. <expiring>What expires with a request open</expiring> shows how many days are left.',
      },
    ],
  },
  'wrong-contact': {
    answer:
      'Put the person right on the customer’s page. All orders that name this contact follow, and from the next notice on it goes to the new address.',
    steps: [
      'Find the customer with <key>/</key>, or open <customers>the list</customers>. Those whom nothing can reach stand <contact>here</contact>.',
      'If the same person has a new address, or a successor takes over everything, press <ui>customers.contact.change</ui> beside the contact and enter name, address, language and time zone.',
      'If the customer has no contact at all, press <ui>customers.contact.add</ui>: the first one becomes the main contact and hears the notices. A further one can be chosen when a message is sent again; notices go by themselves to those whom the orders name.',
      'Look at what the address will not receive: safety notices, reminders, offers. Change it only if the customer told you so; it is kept who said it and when.',
      'Leave a note for colleagues: who called, who is in charge now.',
    ],
    worked:
      'The page shows the contact without a warning, and the order’s quick view names it under <ui>expiring.view.contacts</ui>.',
    otherwise: [
      {
        when: 'The old address had objected to something.',
        do: 'That stays with the old address and does not pass to the new one. And should the old address come back, what it said still holds.',
      },
      {
        when: 'They pressed “Not ours” in a message.',
        do: 'That address hears no more of this order; the next contact in line does. Only ask who is in charge, and enter them.',
      },
      {
        when: 'An import brings the old address again.',
        do: 'The newest word stands: an older file does not overwrite what you entered. If the same wrong address keeps coming, it has to be put right where the file comes from.',
      },
      {
        when: 'The address is right and mail still comes back.',
        do: 'Look at <bounced>what was returned</bounced> and read the mail server’s words; a full mailbox is a matter for a telephone call.',
      },
    ],
  },
  'failed-doubtful': {
    answer:
      'These are the few that need a person. The page says what happened and offers what makes sense; when somebody has taken care of one, it leaves the list.',
    steps: [
      'Open <attention>what did not arrive and nobody has looked after</attention>. It also stands on the dashboard under <ui>dashboard.mend</ui>.',
      '<failed>Failed</failed>: the server refused it, or a fact of the order is missing. Read <ui>messages.events</ui>; the server’s own words stand there with what they mean. Mend the cause, then press <ui>messages.try-again</ui>.',
      '<bounced>Bounced</bounced>: the mailbox does not exist or does not take mail. Get a right address, enter it at the customer’s, and press <ui>messages.resend</ui> to that contact.',
      '<uncertain>Uncertain</uncertain>: the connection broke at the last moment, so it may have arrived. Ask the customer or look in your mail server for its Message-ID. Only if it did not arrive, press <ui>messages.repeat</ui>: with the same Message-ID, so that whoever has it already sees one.',
      'Otherwise call, and press <ui>messages.see</ui>.',
    ],
    worked: 'The list is empty, and each of them says who took care of it.',
    otherwise: [
      {
        when: 'Many failed at once with the same words.',
        do: 'That is the mail server or the records of your domain, not the customers. Tell an administrator, and see the how-to on <mail-records>SPF, DKIM and DMARC</mail-records>.',
      },
      {
        when: 'A safety notice was uncertain and went a second time by itself.',
        do: 'So it is set: what warns of an end is repeated once, byte for byte; reminders are not.',
      },
      {
        when: 'The end is a few days away.',
        do: 'Do not wait for the next mail. Call, and note on the order what was said.',
      },
    ],
  },
  'import-undo': {
    answer:
      'Nothing is written before you have seen what would change, then all of it at once. If it was the wrong file, one press takes back what nobody has changed since.',
    steps: [
      'Open <new>Import a file</new> and drop a CSV or XLSX as your authority or your billing exports it, with the headings that it has.',
      'Read what it would do: what is new, what would change field by field, what is refused and why. Be wary of large numbers: a file that changes every order is usually read in the wrong way.',
      'Check <ui>imports.readings</ui> and, where needed, open <ui>imports.how-read</ui>: columns, order of day and month, currency, sheet. Then <ui>imports.read-again</ui>.',
      'Press <ui>imports.apply</ui>. All of it goes in, or nothing.',
      'Take <ui>imports.refused.download</ui>, put right what the last column says, and import that file as it is.',
      'Was it the wrong one? Open it in <imports>Imports</imports>, press <ui>imports.undo</ui>, read what will go, what comes back and what stays, and press <ui>imports.undo.now</ui>.',
    ],
    worked:
      'The import’s page says how many were added and changed, or that it was undone. <changes>What changed in the plan</changes> names the import as the cause.',
    otherwise: [
      {
        when: 'Messages are already leaving because of it.',
        do: 'Stop sending first: the how-to <stop-everything>“Stop everything, now”</stop-everything> takes a minute. What has left cannot be called back.',
      },
      {
        when: 'Some things stay after undoing.',
        do: 'Somebody changed them since, or a later file confirmed them; the page lists them. An order of which notices were written is hidden, not erased, and nobody is written to about it.',
      },
      {
        when: 'You cannot decide today.',
        do: 'Leave it. The file waits for seven days in <imports>Imports</imports>, for every colleague who may import, and then goes.',
      },
      {
        when: 'Undoing is refused.',
        do: 'What an import changed is kept for as long as your settings say. After that it can only be put right with another file.',
      },
    ],
  },
  'held-run': {
    answer:
      'A run waits when it is far larger than usual, or when your company approves each day. Nothing is lost while it waits: look at why, then let it go or throw it away.',
    steps: [
      'Open <sending>Sending</sending>. The run says how many messages it has, how many are usual, and of which stages they are.',
      'Ask what is new since yesterday: <changes>the changes of the plan, by cause</changes>. Usually it is one import, or a setting.',
      'Read some of the messages themselves. Look at the first recipients and at a customer whom you know.',
      'If it is right, let it go. If days are to be approved, open the day in <plan>the plan</plan>, write a note if you like, and approve it; a little more than you approved still goes, anything beyond waits again.',
      'If it is wrong, press <ui>sending.discard</ui> and say why. Then choose: decide anew (after mending the cause, such as the import), or pass these stages over.',
    ],
    worked:
      'The run shows how far it has come, the day is marked as approved, and your name and note stand beside it.',
    otherwise: [
      {
        when: 'Only one customer is the matter.',
        do: 'Let the run go and open that customer’s touch in the plan: under <ui>plan.do</ui> you hold it, skip it or bring it forward, for this notice or for everything of the customer, with a note. <held>What is on hold</held> lists them.',
      },
      {
        when: 'It says that last notices before an end would not go in time.',
        do: 'Holding them would let somebody run into an outage without a word. Go on only if you are going to call.',
      },
      {
        when: 'The first run after switching on waits.',
        do: 'That is meant: there is no usual yet. Look, and let it go.',
      },
    ],
  },
  'stop-everything': {
    answer:
      'One switch stops all messages of your company. What is being handed over at that second still arrives; everything else stays where it is, and nothing is lost.',
    steps: [
      'Open <sending>Sending</sending> and press <ui>sending.off</ui>. There is no question in between.',
      'Look at <waiting>what was waiting to leave</waiting> and at the latest messages that did leave, to know whom to call.',
      'Mend the cause: undo <imports>the wrong import</imports>, bring back the earlier calendar, correct the text or the sender.',
      'Discard the run that was wrong, and have it decided anew: messages that are right are made again by themselves.',
      'Switch sending on again. Before it goes on, the page says how many messages would leave at once and to whom.',
    ],
    worked:
      'The page and the dashboard say that sending is off, and the number of submitted messages no longer rises. Who switched it, and when, stands in the audit log.',
    otherwise: [
      {
        when: 'Only one run is wrong.',
        do: '<ui>sending.stop</ui> on that run: what it still had waits; other runs go on. Resume it or discard it later.',
      },
      {
        when: 'Only one customer or one order shall hear nothing.',
        do: 'Turn its switch: that of the order in its quick view, that of the customer on <customers>their page</customers>. It can be undone.',
      },
      {
        when: 'You may not switch.',
        do: 'Call a renewals manager or an administrator at once. At the machine itself, <code>vigente sending off</code> does the same.',
      },
      {
        when: 'It stays off for days.',
        do: 'Missed notices do not follow one by one: when it is on again, each order hears only its most urgent stage that is still open, and what was waiting is looked at again before it leaves.',
      },
    ],
  },
  'change-calendar': {
    answer:
      'Change as much as you like: nothing holds before you save, and before you save you see what the next 30 days would look like. An earlier version comes back with two presses.',
    steps: [
      'Open <calendars>Calendar of notices</calendars> and choose whether you speak of orders (renew) or of certificates (reissue).',
      'Drag a stage to another day, open it to change message, purpose or who else is told, or add one. A calendar of its own for some products, countries or customers goes before the general one.',
      'Look at <ui>settings.effect</ui>: how many notices there are now and would be then, how many customers would get more or fewer, and the first orders that change.',
      'Look at <ui>settings.falls</ui>: short certificates bring stages together, and some fall away. Read the remarks, if there are any.',
      'Write why, and press <ui>settings.save</ui>.',
      'Tomorrow, look at <changes>what changed in the plan</changes>; the setting stands there as the cause.',
    ],
    worked:
      'It says which version is in force, and that version stands first under <ui>settings.versions</ui> with your name and your reason.',
    otherwise: [
      {
        when: 'It was a mistake.',
        do: 'Under <ui>settings.versions</ui>, compare the earlier one, press <ui>settings.version.bring</ui> and save. Going back is a new version: nothing is erased.',
      },
      {
        when: 'A colleague saved meanwhile.',
        do: 'Both edits are put side by side and brought together; where both touched the same stage, you choose. Nobody’s work is overwritten.',
      },
      {
        when: 'You fear that customers hear the same twice, or all at once.',
        do: 'A stage that was moved remembers whom it has told. Whoever has passed the new day already gets it on the old one, or not at all.',
      },
      {
        when: 'It is hours, holidays or the number of messages that you want to change.',
        do: 'Those stand under <rules>Sending rules</rules>, with their effect shown in the same way.',
      },
    ],
  },
  'mail-records': {
    answer:
      'Three entries in your domain’s DNS let a receiver believe that a message is yours. Vigente looks them up, says what is missing and gives the exact text to enter.',
    steps: [
      'Open <mail>Mail</mail> and set the sender: a name that customers know, and an address of a domain that is yours.',
      'Name your mail server and let the connection be checked. The password is kept sealed and never shown again.',
      'Press <ui>mail.key.make</ui>. It makes the DKIM key; messages are signed with it as soon as its entry has been seen in the DNS.',
      'Go through <ui>mail.records</ui>: SPF says which servers may send for the domain, DKIM proves that nobody changed the message, DMARC says what receivers do with mail that is not yours. Copy name and value and give them to whoever keeps the DNS.',
      'Wait until they are there (minutes, sometimes a day) and press <ui>mail.records.again</ui>.',
      'Send yourself a test message and look at which folder it arrives in.',
    ],
    worked:
      'SPF, DKIM, DMARC and the way for answers all say <ui>mail.record.state.good</ui>, and the test message lies in the inbox.',
    otherwise: [
      {
        when: 'There is an SPF entry already.',
        do: 'There must be one only. Add what Vigente shows to the one that is there; two of them count as none.',
      },
      {
        when: 'Nobody has ever set DMARC.',
        do: 'Begin with the entry that only asks for reports (<code>p=none</code>). When the reports show nothing foreign any more, become stricter.',
      },
      {
        when: 'The test ends in the junk folder although all is good.',
        do: 'A new sender has no reputation yet. Begin with few messages, use a name that customers know, and check <brand>logo and legal text</brand>.',
      },
      {
        when: 'Your mail server signs by itself.',
        do: 'Then leave the key away. One signature that holds is enough.',
      },
    ],
  },
  'shorter-lives': {
    answer:
      'Orders are still sold by the year; the certificates in them live shorter. A certificate issued from 15 March 2027 on may be valid for 100 days at most, from 15 March 2029 on for 47. Today it is 200. What counts is the day of issue.',
    steps: [
      'Tell the two apart: when the order ends, the customer renews and pays; when only its certificate ends, it is reissued, which costs nothing as long as the names stay the same. <certificates>These certificates end soon</certificates>.',
      'See how often customers will hear from you: <reissues>the reissues of the days ahead</reissues>. A year had one certificate; with 100 days it has four, with 47 about eight.',
      'Check in <calendars>the calendar of notices</calendars> when each stage opens for 200, 100 and 47 days. Stages move closer by themselves, so that nobody is reminded from the first day on.',
      'Make sure that whoever installs is reached, and not only whoever pays: <contact>customers without a working contact</contact> come first.',
      'Find <gaps>names with nothing after their end</gaps> in the next six months, and talk to these customers about automating before March.',
      'Say what is kept: whether renewing early loses days depends on the authority. Confirm it under <promises>Days kept</promises> only with its word in hand; without it no message promises any.',
    ],
    worked:
      'The talk with a customer is about who installs and how, not about prices. In your inventory no certificate is without somebody who hears of it.',
    otherwise: [
      {
        when: '“I bought a year, why does my certificate end in spring?”',
        do: 'The order does run a year. The certificate inside it may not live that long any more; the next one is part of what was paid.',
      },
      {
        when: '“So the authority checks our domain every time?”',
        do: 'More often than before: a domain check may be used again for 200 days today, for 100 from 15 March 2027 on and for 10 from 15 March 2029 on. For OV and EV the company’s own data is good for 398 days.',
      },
      {
        when: '“You ended it a day early.”',
        do: 'Authorities stay one day below the limit, because the rule counts to the second: 199, 99 and 46 days.',
      },
      {
        when: 'Somebody waits until 2029.',
        do: 'Fifty servers at 47 days are about eight changes a week. By hand that does not last; whoever automates at 200 days no longer notices the rest.',
      },
    ],
  },
};
