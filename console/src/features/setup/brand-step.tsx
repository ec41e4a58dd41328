import { BrandEditor } from '../brand/brand-editor.tsx';

export function BrandStep() {
  return <BrandEditor />;
}
