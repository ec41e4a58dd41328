export interface PictureSize {
  readonly kind: 'png' | 'jpeg' | 'svg';
  readonly width: number;
  readonly height: number;
}

/** What a file is and how large, by its own first bytes, not by its name; undefined for anything else. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = pngSize(view) ?? jpegSize(view) ?? svgSize(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** ISO/IEC 15948 11.2.2: the header is the first chunk. */
function pngSize(view: Buffer): PictureSize | undefined {
  if (view.length < 24 || !view.subarray(0, 8).equals(pngSignature)) return undefined;
  return { kind: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

/** ITU-T T.81 B.2.2: the size stands in the frame header, behind segments of any kind. */
function jpegSize(view: Buffer): PictureSize | undefined {
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < view.length && view[at] === 0xff; at += 2 + view.readUInt16BE(at + 2)) {
    const marker = view[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpeg', width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
  }
  return undefined;
}

function svgSize(view: Buffer): PictureSize | undefined {
  const head = view.toString('utf8', 0, Math.min(view.length, 20_000)).replace(/^\ufeff/, '');
  const tag = /^\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<![^>]*>\s*)*<svg\b([^>]*)>/i.exec(head)?.[1];
  if (tag === undefined) return undefined;
  const box = /\bviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/i.exec(tag);
  if (box) return { kind: 'svg', width: Number(box[1]), height: Number(box[2]) };
  const side = (name: string) =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1] ?? 0);
  return { kind: 'svg', width: side('width'), height: side('height') };
}
