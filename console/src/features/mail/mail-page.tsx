import { SettingsFrame } from '../settings/settings-frame.tsx';
import { MailParts } from './mail-parts.tsx';

/** How the partner's mail leaves, as a section of the settings. */
export function MailPage() {
  return (
    <SettingsFrame section="mail">
      <MailParts />
    </SettingsFrame>
  );
}
