/** Says something to a screen reader without showing it: how many rows a filter left, which page opened. */
export function announce(text: string): void {
  const region = document.getElementById('announcer');
  if (!region) return;
  region.textContent = '';
  // An empty region first, so that the same words said twice are read twice.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
