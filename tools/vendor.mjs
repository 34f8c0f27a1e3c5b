// Copies what the browser needs from node_modules into static/vendor/NAME-VERSION, licence beside it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";

// Literata weight by weight: a page loads two or three of them, and the italic is a drawn one.
const FONTS = {
  "@fontsource/literata": ["latin-400-normal", "latin-400-italic", "latin-500-normal", "latin-700-normal"],
  "@fontsource-variable/figtree": ["latin-wght-normal"],
  "@fontsource-variable/jetbrains-mono": ["latin-wght-normal"],
};

rmSync("static/vendor", { recursive: true, force: true });
for (const [npmName, cuts] of Object.entries(FONTS)) {
  const name = npmName.split("/")[1];
  const from = `node_modules/${npmName}`;
  const { version } = JSON.parse(readFileSync(`${from}/package.json`));
  const to = `static/vendor/${name}-${version}`;
  mkdirSync(to, { recursive: true });
  for (const cut of cuts) cpSync(`${from}/files/${name}-${cut}.woff2`, `${to}/${name}-${cut}.woff2`);
  cpSync(`${from}/LICENSE`, `${to}/LICENSE`);
}
