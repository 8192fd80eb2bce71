/* Makes dist/ from the one script, which Kloe also serves. It needs no network and no other package. */
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

mkdirSync(at("dist"), { recursive: true });
copyFileSync(at("../app/pages/static/kloe-search.js"), at("dist/kloe-search.js"));
copyFileSync(at("../LICENSE"), at("dist/LICENSE"));
