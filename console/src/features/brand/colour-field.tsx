import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ColourCheck } from '../../../../contract/brand.ts';
import { useWords } from '../../words/use-words.ts';
import style from './brand.module.css';

interface ColourFieldProps {
  readonly label: string;
  readonly value: string;
  readonly check: ColourCheck;
  readonly change: (colour: string) => void;
}

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** A colour by number or from the browser's chooser, with how well it reads. */
export function ColourField({ label, value, check, change }: ColourFieldProps) {
  const { t } = useWords();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const isJudged = check.asked.toLowerCase() === value.toLowerCase();
  return (
    <div className={style.colour}>
      <input
        type="color"
        aria-label={t('brand.colour.choose', { label })}
        value={value.toLowerCase()}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <TextInput
        label={label}
        value={text}
        maxLength={7}
        spellCheck={false}
        styles={{ input: { width: 130, fontFamily: 'var(--mono)' } }}
        error={isColour(text) ? undefined : t('brand.colour.wrong')}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.trim();
          setText(typed);
          if (isColour(typed)) change(typed);
        }}
        onBlur={() => setText(value)}
      />
      <p className={check.isReadable ? 'quiet' : style.doubtful} aria-live="polite">
        {isJudged && check.words}
      </p>
    </div>
  );
}
