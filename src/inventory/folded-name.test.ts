import { describe, expect, it } from 'vitest';
import { foldName } from './folded-name.ts';

describe('foldName', () => {
  it.each([
    ['Panadería García, S.L.', 'PANADERIA  GARCIA SL'],
    ['O’Connor & Sons Ltd.', "O'Connor  and Sons Ltd".replace('and', '&')],
    ['Ｆｕｌｌ Ｗｉｄｔｈ', 'full width'],
    [' Müller-Straße GmbH ', 'muller straße gmbh'],
  ])('takes %j and %j for one', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it('keeps different companies apart', () => {
    expect(foldName('Bodega Norte S.L.')).not.toBe(foldName('Bodega Norte S.A.'));
    expect(foldName('株式会社東京')).not.toBe(foldName('株式会社大阪'));
  });

  it('leaves something of a name made of signs', () => {
    expect(foldName(' !!! ')).toBe('!!!');
  });

  it('changes nothing when folded again', () => {
    for (const name of ['Café del Mar, S.A.', '***', 'İstanbul A.Ş.']) {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }
  });
});
