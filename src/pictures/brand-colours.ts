import { contrast, readableOn } from './contrast.ts';

/** The grounds of mails and pages, and how well links on them have to be read. */
const grounds = {
  light: { ground: '#FFFFFF', least: 4.5 },
  dark: { ground: '#1C1917', least: 7 },
} as const;

export interface ReadColour {
  readonly asked: string;
  /** The same, or the nearest shade that can be read. */
  readonly shown: string;
  /** Text on a button of the shown colour. */
  readonly onIt: string;
  /** Of the asked colour on its ground. */
  readonly ratio: number;
  readonly isReadable: boolean;
}

/** How a brand's colour reads on light or dark ground, and what is shown in its place where it does not. */
export function brandColour(asked: string, on: keyof typeof grounds): ReadColour {
  const { ground, least } = grounds[on];
  const shown = readableOn(ground, asked, least);
  const ratio = contrast(asked, ground);
  return {
    ...{ asked, shown, ratio: Math.round(ratio * 100) / 100, isReadable: ratio >= least },
    onIt: contrast('#FFFFFF', shown) >= contrast('#1C1917', shown) ? '#FFFFFF' : '#1C1917',
  };
}
