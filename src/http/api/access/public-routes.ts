/**
 * The routes that nobody has to be signed in for. The description says the same of each (`x-permission: public`), and
 * a test holds the two together.
 */
const publicRoutes: ReadonlySet<string> = new Set([
  'GET /api/access/state',
  'POST /api/access/first-run',
  'POST /api/access/sign-in',
  'POST /api/access/sign-in/totp',
  'POST /api/access/sign-out',
  'POST /api/access/password/forgot',
  'POST /api/access/password/reset',
  'POST /api/access/invitation/show',
  'POST /api/access/invitation/accept',
]);

export function isPublicRoute(method: string, path: string): boolean {
  return publicRoutes.has(`${method === 'HEAD' ? 'GET' : method} ${path}`);
}
