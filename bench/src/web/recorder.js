/* global PerformanceObserver, MutationObserver, document, performance, addEventListener, requestAnimationFrame, setTimeout */
// Runs in a page, before its own scripts: `nextAnswer()` tells how what is done next is answered, once what was busy is
// no longer; `layoutShift()` the sum of all shifts since the page was loaded, those that follow an input included.
const seen = { event: [], longtask: [], 'layout-shift': [], resource: [] };
for (const type of Object.keys(seen)) {
  new PerformanceObserver((list) => seen[type].push(...list.getEntries())).observe({
    type,
    buffered: true,
    durationThreshold: 16,
  });
}
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  });

globalThis.layoutShift = () => seen['layout-shift'].reduce((sum, { value }) => sum + value, 0);

/** Resolves once React answers an element. */
globalThis.untilAlive = async (selector) => {
  const isAlive = () =>
    Object.keys(document.querySelector(selector) ?? {}).some((key) => key.startsWith('__reactProps'));
  while (!isAlive()) await painted();
};

globalThis.nextAnswer = async () => {
  let started = Infinity;
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, ({ timeStamp }) => (started = Math.min(started, timeStamp)), {
      capture: true,
      once: true,
    });
  }
  const isBusy = () => document.querySelector('[aria-busy="true"]') !== null;
  await new Promise((resolve) => {
    let wasBusy = isBusy();
    const observer = new MutationObserver(() => {
      if (isBusy()) wasBusy = true;
      else if (wasBusy) {
        observer.disconnect();
        resolve();
      }
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
  const ended = await painted();
  // Entries come with the frame after what they are of.
  await painted();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const longest = (type, isMeant = () => true) =>
    Math.max(
      0,
      ...seen[type]
        .filter((entry) => entry.startTime >= started && isMeant(entry))
        .map(({ duration }) => duration),
    );
  return {
    input: longest('event', ({ interactionId }) => interactionId > 0),
    content: ended - started,
    server: longest('resource', ({ name }) => name.includes('_rsc=')),
    task: longest('longtask'),
  };
};
