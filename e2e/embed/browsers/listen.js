// The blog's own script, which runs before the widget's and records the events that the page receives.
window.heard = [];
window.violations = [];
for (const name of ['ready', 'start', 'phase', 'pause', 'resume', 'complete', 'error']) {
  document.addEventListener(`supple-${name}`, ({ type, detail, composed, target }) => {
    window.heard.push({ type, detail, composed, target: target.localName });
  });
}
addEventListener('message', ({ data }) => data?.type === 'event' && window.heard.push({ type: data.event, detail: data.detail }));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  window.violations.push(`${effectiveDirective} ${blockedURI}`);
});
