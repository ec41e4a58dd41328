import { type SettingDescription, settingDescriptions } from '../setting-descriptions.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const settingsCommand: Command<unknown> = {
  name: 'settings',
  summary: {
    en: 'the environment variables that set up this installation',
    es: 'las variables de entorno que configuran esta instalación',
  },
  usage: { en: 'vigente settings', es: 'vigente settings' },
  async run(args, io) {
    readArguments(args, {}, { positionals: 0, language: io.language });
    const { language } = io;
    for (const [name, description] of Object.entries<SettingDescription>(settingDescriptions)) {
      const { summary, expected, otherwise } = description;
      const without = otherwise
        ? `\n    ${language === 'es' ? 'sin ella' : 'without it'}: ${otherwise[language]}`
        : '';
      io.stdout.write(
        `${name}\n    ${summary[language]}\n    ${language === 'es' ? 'se espera' : 'expected'}: ${expected[language]}${without}\n`,
      );
    }
    return 0;
  },
};
