/** A message is shown as a stranger's page: no script, no origin, nothing loaded from elsewhere. */
export const messagePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
