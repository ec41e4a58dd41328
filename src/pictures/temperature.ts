/** How much time is left, as a colour family. Every use also carries a word or a number: colour is never alone. */
export const tones = ['in-force', 'soon', 'urgent', 'lapsed'] as const;
export type Tone = (typeof tones)[number];

export interface Temperature {
  /** Text on white and on `tint`: contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
  readonly light: string;
  /** Text on the dark surface and on `tintDark`. */
  readonly dark: string;
  /** A picture that must be seen on light and on dark: at least 3 on both (WCAG 2.2, 1.4.11). */
  readonly middle: string;
  /** A quiet surface behind the countdown. */
  readonly tint: string;
  readonly tintDark: string;
}

export const temperatures: Readonly<Record<Tone, Temperature>> = {
  'in-force': {
    light: '#0F766E',
    dark: '#2DD4BF',
    middle: '#0D9488',
    tint: '#F0FDFA',
    tintDark: '#12312E',
  },
  soon: { light: '#B45309', dark: '#FBBF24', middle: '#CA7A0B', tint: '#FFFAEB', tintDark: '#33270F' },
  urgent: { light: '#C2410C', dark: '#FB923C', middle: '#E2571B', tint: '#FFF6EF', tintDark: '#371F12' },
  lapsed: { light: '#9F1239', dark: '#FB7185', middle: '#DB2F55', tint: '#FFF1F3', tintDark: '#361620' },
};

/** The more urgent of two. */
export function moreUrgent(a: Tone, b: Tone): Tone {
  return tones.indexOf(a) >= tones.indexOf(b) ? a : b;
}
