// Copies what the browser needs from node_modules into static/vendor/NAME-VERSION, licence beside it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";

const FONTS = ["literata", "figtree", "jetbrains-mono"];

rmSync("static/vendor", { recursive: true, force: true });
for (const font of FONTS) {
  const from = `node_modules/@fontsource-variable/${font}`;
  const { version } = JSON.parse(readFileSync(`${from}/package.json`));
  const to = `static/vendor/${font}-${version}`;
  mkdirSync(to, { recursive: true });
  for (const file of [`files/${font}-latin-wght-normal.woff2`, "LICENSE"]) {
    cpSync(`${from}/${file}`, `${to}/${file.split("/").at(-1)}`);
  }
}
