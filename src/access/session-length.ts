/** How long a sign-in lasts without being used. */
export const sessionSeconds = 7 * 24 * 3600;

/** However much it is used, a session is over so long after it began. */
export const longestSessionHours = 30 * 24;
