/** Under which our own code hands the library the address of the asking machine. */
export const addressHeader = 'x-vigente-address';

/** What a request tells about where it comes from. */
export interface Browser {
  readonly cookie: string | undefined;
  /** The address on the network; '' when it is unknown. */
  readonly address: string;
  readonly agent: string | undefined;
}

/** The headers that the library reads: those, and no others of the request. */
export function libraryHeaders({ cookie, address, agent }: Browser): Headers {
  const headers = new Headers();
  if (cookie) headers.set('cookie', cookie);
  if (agent) headers.set('user-agent', agent.slice(0, 300));
  if (address) headers.set(addressHeader, address);
  return headers;
}
