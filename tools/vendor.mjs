// Copies what the browser needs from node_modules into static/vendor/NAME-VERSION, licence beside it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";

// One file for every weight of a face, cut to ours by cut_fonts.py; Literata's italic is a drawn one, in one weight.
const FONTS = {
  "@fontsource/literata": ["latin-400-italic"],
  "@fontsource-variable/literata": ["latin-wght-normal"],
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
