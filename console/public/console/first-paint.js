// Before anything is painted: the theme that this browser was last shown, so that no page flashes in the other one.
(() => {
  let kept = 'auto';
  try {
    kept = localStorage.getItem('vigente-theme') || 'auto';
  } catch {}
  const dark = kept === 'dark' || (kept === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
