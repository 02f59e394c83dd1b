import { SettingsFrame } from '#web/settings/settings-frame.tsx';
import settings from '#web/settings/settings.module.css';
import { ExportsSection } from './exports-section.tsx';

export const DataSettingsPage = () => (
  <SettingsFrame tab="/settings/data" sub="What your business keeps here, for you to take away">
    <div className={settings.sections}>
      <ExportsSection />
    </div>
  </SettingsFrame>
);
