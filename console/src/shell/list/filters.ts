/** One way to narrow a list. Its state is a word in the address under `name`. */
export interface Filter {
  readonly name: string;
  /** In the menu of filters: "Responsable". */
  readonly title: string;
  /** What the chip says of a chosen value, so that the chips read as a sentence: "responsable Marta". */
  readonly says: (value: string) => string;
  /** The values there are; more than eight get a search field. None and no `search`: it comes with a link only. */
  readonly options: readonly FilterOption[];
  /** Asks the server while the person types, where there are too many values to hold: customers. */
  readonly search?: (typed: string, signal: AbortSignal) => Promise<readonly FilterOption[]>;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** Which filters are in force and which may still be added. */
export function sortedOut(filters: readonly Filter[], words: Readonly<Record<string, string>>) {
  const inForce = filters.filter(({ name }) => words[name] !== undefined && words[name] !== '');
  return { inForce, addable: filters.filter((filter) => !inForce.includes(filter) && mayBeChosen(filter)) };
}

function mayBeChosen({ options, search }: Filter): boolean {
  return options.length > 0 || search !== undefined;
}
