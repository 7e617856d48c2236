import { type ReactNode, useState } from 'react';
import type { Settings } from '../../../src/contract/shapes.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { countries, isLocale, zones } from '../../lib/days.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, languageOf } from '../../lib/language.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import { COUNTRY_CODES } from './countries.ts';
import { save } from './save.ts';
import { TextSetting } from './text-setting.tsx';

/** Each setting is kept as soon as it is left; there is no button to forget. */
export function Preferences({ settings }: { readonly settings: Settings }) {
  return (
    <>
      <Group title={tSettings.today}>
        <NumberSetting
          label={tSettings.capacity}
          hint={tSettings.capacityHint}
          value={settings.capacity}
          min={1}
          max={50}
          onSave={(capacity) => void save({ capacity })}
        />
        <NumberSetting
          label={tSettings.notice}
          hint={tSettings.noticeDays(settings.noticeDays)}
          value={settings.noticeDays}
          min={0}
          max={60}
          onSave={(noticeDays) => void save({ noticeDays })}
        />
        <div className="field">
          <span>{tSettings.leap}</span>
          <Choice
            label={tSettings.leap}
            value={settings.leapDayRule}
            options={[
              ['feb-28', tSettings.leapRules['feb-28']],
              ['mar-1', tSettings.leapRules['mar-1']],
            ]}
            onChange={(leapDayRule) => void save({ leapDayRule })}
          />
        </div>
        <div className="field">
          <span>{tSettings.holidays}</span>
          <Choice
            label={tSettings.holidays}
            value={settings.holidays ? 'on' : 'off'}
            options={[
              ['on', tSettings.holidayChoices.on],
              ['off', tSettings.holidayChoices.off],
            ]}
            onChange={(choice) => void save({ holidays: choice === 'on' })}
          />
        </div>
      </Group>
      <Group title={tSettings.you}>
        <TextSetting
          label={tSettings.ownerName}
          value={settings.ownerName}
          problemOf={() => undefined}
          onSave={(ownerName) => void save({ ownerName })}
        />
        <LanguageSetting settings={settings} />
        <TextSetting
          label={tSettings.locale}
          hint={tSettings.localeHint}
          value={settings.locale}
          problemOf={(tag) => (isLocale(tag) ? undefined : tSettings.badLocale)}
          onSave={(locale) => void save({ locale })}
        />
        <div className="field">
          <span>{tSettings.zone}</span>
          <Choice
            label={tSettings.zone}
            value={settings.zone}
            options={[...new Set([settings.zone, ...zones()])].map(
              (zone) => [zone, zone.replaceAll('_', ' ')] as const,
            )}
            onChange={(zone) => void save({ zone })}
          />
        </div>
        <div className="field">
          <span>{tSettings.country}</span>
          <Choice
            label={tSettings.country}
            value={settings.country}
            options={countries([...new Set([settings.country, ...COUNTRY_CODES])]).map(
              ({ code, name }) => [code, name] as const,
            )}
            onChange={(country) => void save({ country })}
          />
          <span className="text-faint">{tSettings.countryHint}</span>
        </div>
      </Group>
    </>
  );
}

/** The words; with them the dates, as the country writes them in that language. */
function LanguageSetting({ settings }: { readonly settings: Settings }) {
  const id = 'language';
  const choose = async (language: Language): Promise<void> => {
    const tag = settings.country === 'ZZ' ? language : `${language}-${settings.country}`;
    await save({ locale: isLocale(tag) ? tag : language });
    // All was drawn anew, this list too.
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <div className="field">
      <span>{tSettings.language}</span>
      <Choice
        id={id}
        label={tSettings.language}
        value={languageOf(settings.locale)}
        options={LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]] as const)}
        onChange={(language) => void choose(language)}
      />
      <span className="text-faint">{tSettings.languageHint}</span>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card px-5 py-5 desk:px-6" aria-label={title}>
      <h2 className="mb-4">{title}</h2>
      <div className="grid gap-4 desk:grid-cols-2">{children}</div>
    </section>
  );
}

interface NumberSettingProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onSave: (value: number) => void;
}

function NumberSetting({ label, hint, value, min, max, onSave }: NumberSettingProps) {
  const [text, setText] = useState(String(value));
  const keep = (): void => {
    const next = Number(text);
    const valid = text.trim() !== '' && Number.isInteger(next) && next >= min && next <= max;
    if (!valid) setText(String(value));
    else if (next !== value) onSave(next);
  };
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <input
          {...props}
          type="number"
          min={min}
          max={max}
          className="input w-28!"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </Field>
  );
}
