import { expect, test } from 'vitest';
import { workbookSize } from './workbook-size.ts';
import type { ZipPart } from './zip-directory.ts';

const MiB = 1024 * 1024;
const part = (name: string, inflatedBytes: number, packedBytes: number): ZipPart => ({
  ...{ name, inflatedBytes, packedBytes, method: 8, offset: 0, isEncrypted: false },
});

test('an honest workbook with more text than may be held is told as that, not as a bomb', () => {
  const parts = [
    part('xl/worksheets/sheet1.xml', 300 * MiB, 20 * MiB),
    part('xl/sharedStrings.xml', 70 * MiB, 12 * MiB),
  ];
  expect(workbookSize(parts, 32 * MiB)).toEqual({ kind: 'too-much-text', inflated: 70 * MiB });
});

test('what inflates a thousand times is a bomb', () => {
  const parts = [part('xl/sharedStrings.xml', 70 * MiB, MiB / 16)];
  expect(workbookSize(parts, MiB / 16)).toEqual({ kind: 'bomb', inflated: 70 * MiB });
});
