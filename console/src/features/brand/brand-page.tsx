import { SettingsFrame } from '../settings/settings-frame.tsx';
import { BrandEditor } from './brand-editor.tsx';

/** How customers see the partner, as a section of the settings. */
export function BrandPage() {
  return (
    <SettingsFrame section="brand">
      <BrandEditor />
    </SettingsFrame>
  );
}
