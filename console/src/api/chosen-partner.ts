/**
 * Which of several partners this tab acts for, by slug; null: the one that the person joined first. A tab keeps its
 * own, so that choosing in another one changes nothing here; a new tab begins with the last choice.
 */
const name = 'vigente-partner';
let chosen = kept();

export function chosenPartner(): string | null {
  return chosen;
}

export function choosePartner(slug: string | null): void {
  chosen = slug;
  for (const storage of storages()) {
    if (slug === null) storage.removeItem(name);
    else storage.setItem(name, slug);
  }
}

function kept(): string | null {
  for (const storage of storages()) {
    const slug = storage.getItem(name);
    if (slug !== null) {
      // A reload of this tab stays where it is.
      storages()[0]?.setItem(name, slug);
      return slug;
    }
  }
  return null;
}

/** The tab's first. None where the browser keeps nothing. */
function storages(): readonly Storage[] {
  try {
    return typeof window === 'undefined' ? [] : [sessionStorage, localStorage];
  } catch {
    return [];
  }
}
