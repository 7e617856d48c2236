import { useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { tSettings } from '../../lib/strings-settings.ts';
import { getTheme, setTheme, THEMES } from '../../lib/theme.ts';

/** Light or dark, on this device. */
export function Appearance() {
  const [theme, setShown] = useState(getTheme);
  return (
    <Choice
      label={tSettings.theme.title}
      className="max-w-xs"
      value={theme}
      options={THEMES.map((each) => [each, tSettings.theme.names[each]] as const)}
      onChange={(chosen) => {
        setTheme(chosen);
        setShown(chosen);
      }}
    />
  );
}
