/** A file of the console that the server no longer has: a newer version has taken the place of the one in this tab. */
export class NewerVersion extends Error {
  override readonly name = 'NewerVersion';
}

const noted = 'vigente-loaded-anew';
/** A second miss so soon after loading everything anew is not mended by doing it again. */
const againAfterMs = 60_000;

interface LoadFile {
  /** What is shown stays while the file comes, so what was typed into it would be lost. */
  readonly keepsPage?: boolean;
}

/**
 * Brings a file of the console. After an upgrade the files of the version in an open tab are gone; then the page is
 * loaded anew, once, at the same address. Words typed and not saved are not thrown away for that: the person is told
 * (`NewerVersion`), and decides.
 */
export async function loadFile<T>(load: () => Promise<T>, { keepsPage = false }: LoadFile = {}): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(await isServerThere())) throw error;
    if ((keepsPage && hasUnsavedWords()) || !mayLoadAnew()) {
      throw new NewerVersion('a file of this version is gone', { cause: error });
    }
    window.location.reload();
    return new Promise(() => {});
  }
}

/** Without the network, loading anew would only lose the page. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function mayLoadAnew(): boolean {
  try {
    const last = Number(sessionStorage.getItem(noted) ?? 0);
    if (Date.now() - last < againAfterMs) return false;
    sessionStorage.setItem(noted, String(Date.now()));
    return true;
  } catch {
    // Where nothing can be noted, nothing guards against going round.
    return false;
  }
}

const typedInto = new Set<Element>();

/** Notes into which fields somebody has typed; begun once, before anything is drawn. */
export function listenForTyping(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isForWords(target))) {
      typedInto.add(target);
    }
  });
}

function isForWords({ type }: HTMLInputElement): boolean {
  return ['text', 'email', 'tel', 'url', 'number', 'password'].includes(type);
}

function hasUnsavedWords(): boolean {
  for (const field of typedInto) if (!field.isConnected) typedInto.delete(field);
  return [...typedInto].some((field) => (field as HTMLInputElement | HTMLTextAreaElement).value !== '');
}
