'use strict';
// Who may import whom: the table in ARCHITECTURE.md, in a form that a machine checks (npm run check:imports).
// Tests and what only tests use (test/, bench/, *.test.ts) are exempt.

/** What a room may import besides itself. A room that is not named here may import nothing and be imported by none. */
const rooms = {
  kernel: [],
  storage: ['kernel'],
  validity: ['kernel'],
  catalogue: ['kernel'],
  pictures: ['kernel'],
  partners: ['kernel', 'validity', 'templates', 'cadence'],
  access: ['kernel', 'channels/channel\\.ts$'],
  templates: ['kernel', 'pictures'],
  inventory: ['kernel', 'validity', 'catalogue'],
  cadence: ['kernel', 'validity', 'catalogue', 'inventory'],
  offers: ['kernel', 'validity', 'catalogue', 'inventory'],
};
const settings = '(settings|setting-descriptions|kept-secret)\\.ts$';
const channelPort = 'channels/channel\\.ts$';
const connectorPort = 'connectors/connector\\.ts$';
const planning = [
  'kernel',
  'validity',
  'catalogue',
  'partners',
  'inventory',
  'cadence',
  'offers',
  'templates',
];
rooms.views = ['kernel'];
rooms.mail = ['kernel', 'partners', channelPort];
rooms.notices = [...planning, channelPort];
rooms.renewals = ['kernel', 'validity', 'catalogue', 'partners', 'inventory', 'offers', connectorPort];
rooms.discovery = [...planning, 'pictures', 'notices', 'renewals', 'access', channelPort, connectorPort];
rooms.reports = rooms.discovery;
rooms.inbox = ['kernel', 'partners', 'access', 'mail', channelPort];

const features = [...rooms.discovery, 'mail', 'views', 'inbox', 'discovery', 'reports'];
rooms.jobs = features;
rooms.http = features;
rooms.demo = features;
rooms.cli = [...features, 'http', 'jobs', 'demo', settings];

const contract = '^contract/';
const test = '\\.test\\.ts$';
const store = '^src/.*[/-]store\\.ts$';
const pure = ['kernel', 'validity', 'catalogue', 'pictures', 'templates', 'cadence'];
const calculating = '^src/(validity|catalogue|cadence)/';
const outside =
  '^(node:)?(fs|net|tls|dns|dgram|http2?|https|child_process|cluster|worker_threads|os|process|timers)(/|$)';

/** `kernel` stands for the room, `settings\.ts$` for one file. */
const places = (names) => names.map((name) => (name.endsWith('$') ? `^src/${name}` : `^src/${name}/`));

/** A verb may name the types of the database handle that it is handed; only stores use the room itself. */
const handle = { path: '^src/storage/database\\.ts$', dependencyTypes: ['type-only'] };

function roomRules([room, allowed]) {
  const own = `^src/${room}/`;
  const mayUse = [own, contract, ...places(allowed)];
  return [
    {
      name: `${room}-imports`,
      comment: `${room}/ may import ${allowed.join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: own, pathNot: [test, store] },
      to: { path: '^(src|contract)/', pathNot: [...mayUse, ...(pure.includes(room) ? [] : [handle.path])] },
    },
    {
      name: `${room}-store-imports`,
      comment: `a store in ${room}/ may import what ${room}/ may, and storage/`,
      severity: 'error',
      from: { path: `^src/${room}.*[/-]store\\.ts$` },
      to: { path: '^(src|contract)/', pathNot: [...mayUse, '^src/storage/'] },
    },
  ];
}

/** `channels/email/` may import `channels/channel.ts`, the kernel and itself. */
function adapterRules(room, port) {
  return {
    name: `${room}-adapter-imports`,
    comment: `an adapter under ${room}/ may import its port, the kernel and itself`,
    severity: 'error',
    from: { path: `^src/${room}/([^/]+)/`, pathNot: test },
    to: { path: '^(src|contract)/', pathNot: [`^src/${room}/$1/`, `^src/${port}`, '^src/kernel/'] },
  };
}

const named = [...Object.keys(rooms), 'channels', 'connectors'].join('|');

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(roomRules),
    adapterRules('channels', channelPort),
    adapterRules('connectors', connectorPort),
    {
      name: 'port-imports',
      comment: 'a port may import the kernel only: the root never looks down',
      severity: 'error',
      from: { path: places([channelPort, connectorPort]) },
      to: { path: '^(src|contract)/', pathNot: '^src/kernel/' },
    },
    {
      name: 'unnamed-room',
      comment: 'a new room is named in the import table first',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: [`^src/(${named})/`, test] },
      to: {},
    },
    {
      name: 'store-of-another',
      comment: 'one feature uses another through its nouns and verbs, never its store',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: test },
      to: { path: store, pathNot: '^src/$1/' },
    },
    {
      name: 'handle-by-type-only',
      comment: 'outside stores the database handle is handed over, never made',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: [test, store, '^src/storage/'] },
      to: { path: handle.path, dependencyTypesNot: handle.dependencyTypes },
    },
    {
      name: 'database-driver',
      comment: 'only stores and storage/ speak to the database',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, store, '^src/storage/'] },
      to: { path: 'node_modules/(pg|kysely|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms',
      comment: 'validity/, catalogue/ and cadence/ read no clock, disk, network, environment',
      severity: 'error',
      from: { path: calculating, pathNot: test },
      to: { dependencyTypes: ['core'], path: outside },
    },
    {
      name: 'settings-are-handed-over',
      comment: 'settings are for main.ts and cli/; everything else is handed what it needs',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, `^src/${settings}`, '^src/main\\.ts$', '^src/cli/'] },
      to: { path: `^src/${settings}` },
    },
    {
      name: 'settings-imports',
      comment: 'settings may import the kernel',
      severity: 'error',
      from: { path: `^src/${settings}` },
      to: { path: '^(src|contract)/', pathNot: ['^src/kernel/', `^src/${settings}`] },
    },
    {
      name: 'main-is-nobodys',
      comment: 'nothing imports main.ts',
      severity: 'error',
      from: { path: '^(src|contract|console|embed)/', pathNot: test },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'contract-imports',
      comment: 'contract/ imports nothing of ours; console/ and embed/ import contract/ only',
      severity: 'error',
      from: { path: '^(contract|console|embed)/', pathNot: test },
      to: { path: '^(src|test|bench)/' },
    },
    {
      name: 'tests-are-not-shipped',
      comment: 'what runs at the partner imports nothing from test/, bench/ or a test file',
      severity: 'error',
      from: { path: '^(src|contract|console|embed)/', pathNot: test },
      to: { path: `^(test|bench)/|${test}` },
    },
    {
      name: 'no-cycles',
      comment: 'two files that import each other are one file or three',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'an import that leads nowhere checks nothing',
      severity: 'error',
      from: { path: '^(src|contract|console|embed)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What the console's build wrote comes from sources that are read.
    exclude: { path: '^console/dist' },
    // TypeScript 7 has no parser that dependency-cruiser can call; with it, it would read nothing and pass.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
    },
  },
};
