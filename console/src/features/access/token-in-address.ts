/** What a mailed link carries behind `#token=`, where no server and no Referer field sees it. */
export function tokenInAddress(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}
