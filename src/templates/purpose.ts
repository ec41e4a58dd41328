/**
 * Why a block is in a message. `safety` keeps a site from failing, `reminder` helps to act in good time,
 * `offer` promotes. Consent is given and withdrawn per purpose (RFC 8058 address per purpose; LSSI art. 21).
 */
export const purposes = ['safety', 'reminder', 'offer'] as const;
export type Purpose = (typeof purposes)[number];
