import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly change: (value: number) => void;
}

/** A whole number within bounds. What is half typed stays in the field; what is out of bounds is brought in on leaving. */
export function NumberField({ label, description, least, most, value, change }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  return (
    <TextInput
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      label={label}
      description={description}
      value={text}
      styles={{ input: { width: 130 } }}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const typed = Number(currentTarget.value);
        if (currentTarget.value !== '' && Number.isInteger(typed) && typed >= least && typed <= most)
          change(typed);
      }}
      onBlur={() => {
        const typed = Math.round(Number(text));
        const inside = text === '' || Number.isNaN(typed) ? value : Math.min(most, Math.max(least, typed));
        setText(String(inside));
        if (inside !== value) change(inside);
      }}
    />
  );
}
