import { describe, expect, it } from 'vitest';
import { copyLine } from './copy-line.ts';

describe('copyLine', () => {
  it('writes null, numbers, answers and text between tabs', () => {
    expect(copyLine([1, 12n, true, false, null, 'año'])).toBe('1\t12\tt\tf\t\\N\taño\n');
  });

  it('escapes what COPY would read otherwise', () => {
    expect(copyLine(['a\tb\nc\r\\d', '\\N'])).toBe('a\\tb\\nc\\r\\\\d\t\\\\N\n');
  });

  it('writes arrays, quoting only what needs it', () => {
    expect(copyLine([[], ['*.a.example', 'b'], ['null', '', 'a "b" \\c,{d}']])).toBe(
      '{}\t{*.a.example,b}\t{"null","","a \\\\"b\\\\" \\\\\\\\c,{d}"}\n',
    );
  });
});
