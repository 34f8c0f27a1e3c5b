// Firefox ESR does not know one command that Playwright sends it over WebDriver BiDi. This is loaded
// before Playwright's own program (NODE_OPTIONS) and leaves the two calls out, in memory alone.
const Module = require("node:module");

const CALL = /this\._(?:browser\._browserSession|session)\.send\("emulation\.setMediaFeaturesOverride", /g;
const compile = Module.prototype._compile;

Module.prototype._compile = function (source, name, ...more) {
  if (!name.endsWith("coreBundle.js")) return compile.call(this, source, name, ...more);
  const calls = source.match(CALL)?.length ?? 0;
  if (calls !== 2) throw new Error(`Playwright asks for media features ${calls} times, not twice: see tests/engines/without_media.cjs`);
  return compile.call(this, source.replace(CALL, "Promise.resolve("), name, ...more);
};
