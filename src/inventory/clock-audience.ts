import { type RecognizedProduct, recognizeProduct } from '../catalogue/recognize-product.ts';

/** Whose clock it is and for what product, as far as the inventory knows: by this its calendar is chosen. */
export interface ClockAudience {
  readonly authority: string;
  /** As the order names it. */
  readonly product: string | null;
  /** The brand of the product family: `GeoTrust`. */
  readonly family: string | null;
  /** `DV`, `OV` or `EV`. */
  readonly level: string | null;
  readonly customer: string;
  /** `customer` or `agency`. */
  readonly customerKind: string;
  readonly division: string | null;
  readonly country: string | null;
  /** The order's, else the customer's. */
  readonly owner: string | null;
}

type AudienceFacts = Omit<ClockAudience, 'product' | 'family' | 'level'> & {
  readonly productCode: string | null;
  readonly productName: string | null;
};

export function clockAudience({ productCode, productName, ...rest }: AudienceFacts): ClockAudience {
  const { brand, validation } = recognized(productCode, productName);
  return {
    ...rest,
    product: productName ?? productCode,
    family: brand ?? null,
    level: validation ?? null,
  };
}

/** An inventory names a few hundred products; the bound only guards against hostile files. */
const mostKnown = 5_000;
const known = new Map<string, RecognizedProduct>();

function recognized(code: string | null, name: string | null): RecognizedProduct {
  const key = `${code ?? ''}\n${name ?? ''}`;
  let product = known.get(key);
  if (product === undefined) {
    if (known.size > mostKnown) known.clear();
    product = recognizeProduct({ code, name });
    known.set(key, product);
  }
  return product;
}
