import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { parseImportArguments } from './import-arguments.ts';
import { importFile } from './import-file.ts';
import { importList } from './import-list.ts';
import { importUndo } from './import-undo.ts';
import { importWords } from './import-words.ts';

/** `vigente import`: an inventory file comes in, all of it or nothing, and can be taken back. */
export const importCommand: Command<Pick<Context, 'db' | 'now'>> = {
  name: 'import',
  summary: {
    en: 'bring an inventory in from a file; take an import back',
    es: 'importar una cartera desde un archivo; deshacer una importación',
  },
  usage: { en: importWords.en.usage, es: importWords.es.usage },
  async run(args, io, context) {
    const request = parseImportArguments(args, io.language);
    switch (request.kind) {
      case 'file':
        return importFile(request, io, context);
      case 'undo':
        return importUndo(request, io, context);
      case 'list':
        return importList(request, io, context);
    }
  },
};
