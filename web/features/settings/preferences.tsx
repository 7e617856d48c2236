import { type ReactNode, useState } from 'react';
import type { Settings } from '../../../src/contract/shapes.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { countries, isLocale, zones } from '../../lib/days.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, languageOf } from '../../lib/language.ts';
import { t } from '../../lib/strings.ts';
import { COUNTRY_CODES } from './countries.ts';
import { save } from './save.ts';
import { TextSetting } from './text-setting.tsx';

/** Each setting is kept as soon as it is left; there is no button to forget. */
export function Preferences({ settings }: { readonly settings: Settings }) {
  return (
    <>
      <Group title={t.settings.today}>
        <NumberSetting
          label={t.settings.capacity}
          hint={t.settings.capacityHint}
          value={settings.capacity}
          min={1}
          max={50}
          onSave={(capacity) => void save({ capacity })}
        />
        <NumberSetting
          label={t.settings.notice}
          hint={t.settings.noticeDays(settings.noticeDays)}
          value={settings.noticeDays}
          min={0}
          max={60}
          onSave={(noticeDays) => void save({ noticeDays })}
        />
        <div className="field">
          <span>{t.settings.leap}</span>
          <Choice
            label={t.settings.leap}
            value={settings.leapDayRule}
            options={[
              ['feb-28', t.settings.leapRules['feb-28']],
              ['mar-1', t.settings.leapRules['mar-1']],
            ]}
            onChange={(leapDayRule) => void save({ leapDayRule })}
          />
        </div>
        <div className="field">
          <span>{t.settings.holidays}</span>
          <Choice
            label={t.settings.holidays}
            value={settings.holidays ? 'on' : 'off'}
            options={[
              ['on', t.settings.holidayChoices.on],
              ['off', t.settings.holidayChoices.off],
            ]}
            onChange={(choice) => void save({ holidays: choice === 'on' })}
          />
        </div>
      </Group>
      <Group title={t.settings.you}>
        <TextSetting
          label={t.settings.ownerName}
          value={settings.ownerName}
          problemOf={() => undefined}
          onSave={(ownerName) => void save({ ownerName })}
        />
        <LanguageSetting settings={settings} />
        <TextSetting
          label={t.settings.locale}
          hint={t.settings.localeHint}
          value={settings.locale}
          problemOf={(tag) => (isLocale(tag) ? undefined : t.settings.badLocale)}
          onSave={(locale) => void save({ locale })}
        />
        <div className="field">
          <span>{t.settings.zone}</span>
          <Choice
            label={t.settings.zone}
            value={settings.zone}
            options={[...new Set([settings.zone, ...zones()])].map(
              (zone) => [zone, zone.replaceAll('_', ' ')] as const,
            )}
            onChange={(zone) => void save({ zone })}
          />
        </div>
        <div className="field">
          <span>{t.settings.country}</span>
          <Choice
            label={t.settings.country}
            value={settings.country}
            options={countries([...new Set([settings.country, ...COUNTRY_CODES])]).map(
              ({ code, name }) => [code, name] as const,
            )}
            onChange={(country) => void save({ country })}
          />
          <span className="text-faint">{t.settings.countryHint}</span>
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
      <span>{t.settings.language}</span>
      <Choice
        id={id}
        label={t.settings.language}
        value={languageOf(settings.locale)}
        options={LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]] as const)}
        onChange={(language) => void choose(language)}
      />
      <span className="text-faint">{t.settings.languageHint}</span>
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
