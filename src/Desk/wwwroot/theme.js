// Runs before the first paint. Tells the server which scheme the system has, so that pages come in the right colours; one
// reload at the first visit is the whole cost. Without cookies nothing is repeated.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const kept = document.cookie.split('; ').find(pair => pair.startsWith('infoline-scheme='))?.split('=')[1];
  if (kept === dark) return;
  document.cookie = `infoline-scheme=${dark}; path=/; max-age=31536000; samesite=lax`;
  const follows = root.dataset.themeChoice === 'system' && root.dataset.theme !== dark;
  if (follows && document.cookie.includes(`infoline-scheme=${dark}`) && performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') location.reload();
})();
