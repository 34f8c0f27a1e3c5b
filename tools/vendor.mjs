// Puts what the browser needs of node_modules into static/vendor/NAME-VERSION, licence beside it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildSync } from "esbuild";

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
  const { from, to } = folders(npmName, name);
  for (const cut of cuts) cpSync(`${from}/files/${name}-${cut}.woff2`, `${to}/${name}-${cut}.woff2`);
}

const editor = folders("prism-code-editor");
buildSync({
  entryPoints: ["tools/code_editor.mjs"],
  outfile: `${editor.to}/editor.js`,
  bundle: true,
  format: "esm",
  minify: true,
  legalComments: "none",
});
cpSync(`${editor.from}/dist/layout.css`, `${editor.to}/layout.css`);

function folders(npmName, name = npmName) {
  const from = `node_modules/${npmName}`;
  const { version } = JSON.parse(readFileSync(`${from}/package.json`));
  const to = `static/vendor/${name}-${version}`;
  mkdirSync(to, { recursive: true });
  cpSync(`${from}/LICENSE`, `${to}/LICENSE`);
  return { from, to };
}
