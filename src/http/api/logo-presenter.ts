import type { LogoRead } from '../../../contract/brand.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import type { ReadColour } from '../../pictures/brand-colours.ts';
import { type LogoRefusal, mostLogoBytes, readLogo } from '../../pictures/read-logo.ts';

/** A logo for the brand. Throws `invalid`, and `too-large`, in the reader's own words. */
export async function readLogoOf(bytes: Uint8Array, language: Language): Promise<LogoRead> {
  const read = await readLogo(bytes);
  if (typeof read === 'string') {
    const detail = refusals[read][language];
    throw new Fault(read === 'too-many-bytes' ? 'too-large' : 'invalid', refusals[read].en, {
      details: { errors: [{ in: 'body', pointer: '/logo', detail }] },
      code: 'logo',
      params: { why: detail },
    });
  }
  const { png, width, height, kind, isReduced } = read;
  const src = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const notes = [
    ...(kind === 'png' ? [] : [noted.drawn[language]]),
    ...(isReduced ? [noted.reduced[language]] : []),
  ];
  return { logo: { src, width, height }, notes };
}

const megabytes = mostLogoBytes / 1_000_000;

const refusals: Readonly<Record<LogoRefusal, Readonly<Record<Language, string>>>> = {
  'no-picture': {
    es: 'El archivo no es un PNG, JPEG o SVG.',
    en: 'The file is no PNG, JPEG or SVG.',
  },
  'too-many-bytes': {
    es: `El archivo pasa de ${megabytes} MB o el logotipo tiene demasiado detalle para un correo.`,
    en: `The file has more than ${megabytes} MB, or the logo too much detail for a mail.`,
  },
  'too-many-pixels': {
    es: 'La imagen tiene más de 16 millones de píxeles.',
    en: 'The picture has more than 16 million pixels.',
  },
  'unsafe-svg': {
    es: 'El SVG contiene programas o remite a otros archivos. Guárdelo con todo dentro, sin enlaces.',
    en: 'The SVG holds a program or refers to other files. Save it with everything inside, without links.',
  },
  'cannot-be-drawn': {
    es: 'La imagen está dañada y no se puede dibujar.',
    en: 'The picture is damaged and cannot be drawn.',
  },
  'too-narrow': {
    es: 'El logotipo es demasiado pequeño o demasiado alargado: se vería de menos de 8 píxeles.',
    en: 'The logo is too small or too long: it would show less than 8 pixels high.',
  },
};

const noted = {
  drawn: {
    es: 'Se ha convertido en PNG: es lo que muestran todos los programas de correo.',
    en: 'Turned into PNG: that is what every mail program shows.',
  },
  reduced: {
    es: 'Se ha reducido al tamaño de la cabecera.',
    en: 'Made as small as the header wants it.',
  },
} as const;

/** How a colour reads, for whoever chooses it. */
export function colourWords({ isReadable, ratio, shown }: ReadColour, language: Language): string {
  const of = ratio.toLocaleString(language === 'es' ? 'es-ES' : 'en-GB');
  if (isReadable)
    return language === 'es' ? `Se lee bien: contraste ${of} a 1.` : `Reads well: contrast ${of} to 1.`;
  return language === 'es'
    ? `No se lee bien (contraste ${of} a 1): en textos y botones se usará ${shown}.`
    : `Does not read well (contrast ${of} to 1): texts and buttons will use ${shown}.`;
}
