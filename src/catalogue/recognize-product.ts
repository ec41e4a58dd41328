import { plainWords } from './plain-words.ts';
import { type ProductFamily, productFamilies, type ValidationLevel } from './product-families.ts';

/** What a certificate of the product is for. */
export type ProductPurpose = 'tls' | 'code-signing' | 'document-signing' | 'email' | 'verified-mark';

/** As an inventory names a product: the authority's code, the name people read, or both. */
export interface ProductWords {
  readonly code?: string | null | undefined;
  readonly name?: string | null | undefined;
}

export interface RecognizedProduct {
  readonly authority: string | undefined;
  readonly brand: string | undefined;
  /** Undefined when neither the words nor the family say it, and for what is not TLS. */
  readonly validation: ValidationLevel | undefined;
  readonly purpose: ProductPurpose;
  readonly wildcard: boolean;
  readonly multiDomain: boolean;
  /** One product that is sold for single, several and wildcard names alike. */
  readonly flexible: boolean;
  /** False for private hierarchies: the forum's limits do not bind them. */
  readonly publiclyTrusted: boolean;
}

/** What code and name together tell of a product. Never fails: what they do not tell stays open. */
export function recognizeProduct({ code, name }: ProductWords): RecognizedProduct {
  const words = plainWords(`${code ?? ''} / ${name ?? ''}`);
  const family = productFamilies.find(({ known }) => known.test(words));
  const purpose = purposeOf(words);
  return {
    authority: family?.authority,
    brand: family?.brand,
    validation: purpose === 'tls' ? validationOf(words, family) : undefined,
    purpose,
    wildcard: / wild ?cards?| comodin| wc /.test(words),
    multiDomain:
      / multi ?(domains?|dominios?|san) | multidomain| ucc | sans? | mdc | unified communications? /.test(
        words,
      ),
    flexible: / flex | secure ?site pro /.test(words),
    publiclyTrusted: !/ (private|privado|privada|intranet) /.test(words),
  };
}

/** The authority that sells the product; undefined when its words are nobody's own. */
export function authorityOfProduct(product: ProductWords): string | undefined {
  return recognizeProduct(product).authority;
}

const levels: readonly (readonly [ValidationLevel, RegExp])[] = [
  ['EV', / ev | extended validation | validacion (extendida|ampliada) /],
  ['OV', / ov | organi[sz]ation valid| validacion de (la )?(organizacion|empresa) /],
  ['DV', / dv | domain valid| validacion de(l)? dominio /],
];

/** The strictest level that is named: "True BusinessID with EV" is EV. */
function validationOf(words: string, family: ProductFamily | undefined): ValidationLevel | undefined {
  return levels.find(([, known]) => known.test(words))?.[0] ?? family?.usually;
}

const purposes: readonly (readonly [ProductPurpose, RegExp])[] = [
  ['code-signing', / code ?sign| firma de codigo | evcs | authenticode /],
  ['document-signing', / document ?sign| firma de documentos | eseal | sello electronico /],
  ['verified-mark', / (verified|common|registered) mark | vmc | cmc /],
  [
    'email',
    / s ?mime | smime| client (premium|digital|email|authentication)| secure e ?mail| personal ?sign| correo seguro /,
  ],
];

function purposeOf(words: string): ProductPurpose {
  return purposes.find(([, known]) => known.test(words))?.[0] ?? 'tls';
}
