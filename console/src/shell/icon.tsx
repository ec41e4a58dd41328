/** Our own line drawings on a 20 by 20 grid, 1.5 wide. */
const drawings = {
  dashboard: 'M3 10a7 7 0 1 1 14 0M10 10l3.5-3.5M3.5 14h13',
  expiring: 'M10 3a7 7 0 1 0 7 7M10 6v4l2.5 2.5',
  orders: 'M5 3h10v14l-2.5-1.6L10 17l-2.5-1.6L5 17zM7.5 7h5M7.5 10h5',
  requests: 'M3 10h10M9.5 6l4 4-4 4M17 4v12',
  customers: 'M3 17V6l5-3v14M8 8h7v9M3 17h14M11 11h1M11 14h1',
  calls: 'M5 3h2.5L9 7 7.2 8.4a9 9 0 0 0 4.4 4.4L13 11l4 1.5V15a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2z',
  domains: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM3 10h14M10 3c-5 4.5-5 9.5 0 14M10 3c5 4.5 5 9.5 0 14',
  messages: 'M3 5h14v10H3zM3 5.5l7 5.5 7-5.5',
  playbook: 'M10 5.5C8.5 4.3 6 4 3 4v11.5c3 0 5.5.3 7 1.5 1.5-1.2 4-1.5 7-1.5V4c-3 0-5.5.3-7 1.5zM10 5.5V17',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  plan: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4M6.5 12.5h2M11.5 12.5h2',
  sending: 'M17 3 3 9.5l5.5 2.2L11 17zM8.5 11.7 17 3',
  imports: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13v4h14v-4',
  perhaps: 'M7.5 7.5A2.6 2.6 0 1 1 11 10c-.7.4-1 .9-1 1.7M10 14.3v.2M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14z',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 17a5 5 0 0 1 10 0M13 4a3 3 0 0 1 0 5.6M14.5 12.4a5 5 0 0 1 3 4.6',
  key: 'M12.5 10.5a4 4 0 1 0-3-3L3 14v3h3v-2h2v-2h2z',
  audit: 'M5 3h7l3 3v11H5zM8 9h4M8 12h4M12 3v3h3',
  profile: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17a6.5 6.5 0 0 1 13 0',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 5.5',
  chevron: 'M7 8l3 3 3-3',
  right: 'M8 5l5 5-5 5',
  left: 'M12 5l-5 5 5 5',
  menu: 'M3 6h14M3 10h14M3 14h14',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  plus: 'M10 4v12M4 10h12',
  bookmark: 'M6 3h8v14l-4-3-4 3z',
  columns: 'M3 4h14v12H3zM8 4v12M12.5 4v12',
  up: 'M7 12l3-3 3 3',
  filter: 'M3 5h14M6 10h8M9 15h2',
  collapse: 'M3 4h14v12H3zM8 4v12M13.5 8 11.5 10l2 2',
  expand: 'M3 4h14v12H3zM8 4v12M11.5 8l2 2-2 2',
  warning: 'M10 3.5 17.5 16h-15zM10 8v4M10 14v.2',
  external: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  download: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 16h12',
  undo: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4 4 0 0 1 0 8H8',
  bell: 'M5.5 13V9a4.5 4.5 0 0 1 9 0v4l1.5 2H4zM8.5 17h3',
  'bell-off': 'M5.5 13V9c0-.8.2-1.5.5-2.1M8 4.9A4.5 4.5 0 0 1 14.5 9v3M13 15H4l1.5-2M3 3l14 14',
  edit: 'M4 16l.8-3.2L13.5 4l2.5 2.5L7.2 15.2z',
  snooze: 'M10 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM10 7v4l2.5 1.5M3 4.5 5.5 3M17 4.5 14.5 3',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12z',
  'sign-out': 'M8 4H4v12h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
  settings: 'M3 6h7M14 6h3M12 4v4M3 14h3M10 14h7M8 12v4',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
