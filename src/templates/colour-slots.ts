/**
 * Colours that change from notice to notice. MJML takes only real colours, so the source carries one that nothing
 * else uses, and after MJML has run it becomes Liquid.
 */
export const colourSlots = {
  light: '#0a0b01',
  dark: '#0a0b02',
  tint: '#0a0b03',
  tintDark: '#0a0b04',
} as const;

/** Puts the Liquid of each slot in place of its colour. */
export function opened(html: string): string {
  return Object.entries(colourSlots).reduce(
    (text, [name, colour]) => text.replaceAll(new RegExp(colour, 'gi'), `{{ colour.${name} }}`),
    html,
  );
}
