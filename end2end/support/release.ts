// The release as cargo-leptos built it, and a second one made from it, for what happens at an update.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export interface Release {
  /** The server; cargo-leptos' hash.txt lies beside it. */
  binary: string;
  /** The folder of files that it serves. */
  site: string;
}

export function currentRelease(): Release {
  const release = {
    binary: process.env.LIANYING_SERVER ?? path.join(ROOT, "target/release/server"),
    site: process.env.LIANYING_SITE ?? path.join(ROOT, "target/site"),
  };
  for (const file of Object.values(release))
    if (!fs.existsSync(file)) throw new Error(`${file} is not there: run \`make build\` first`);
  return release;
}

/**
 * A release that behaves the same, but whose script, wasm and style have other bytes and other
 * hashed names: to a browser it is another version. `edit` may change more of its site.
 */
export function otherRelease(folder: string, edit?: (site: string) => void): Release {
  const from = currentRelease();
  const release = { binary: path.join(folder, "server"), site: path.join(folder, "site") };
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(from.binary, release.binary);
  fs.cpSync(from.site, release.site, { recursive: true });

  const hashes = fs.readFileSync(path.join(path.dirname(from.binary), "hash.txt"), "utf8");
  const renamed = hashes.replace(/^(\w+): *(\S+)$/gm, (_line, kind: string, hash: string) => {
    const other = [...hash].reverse().join("");
    const name = (h: string) => path.join(release.site, "pkg", `lianying.${h}.${kind}`);
    const bytes = fs.readFileSync(name(hash));
    fs.rmSync(name(hash));
    fs.writeFileSync(name(other), Buffer.concat([bytes, nothing(kind)]));
    return `${kind}: ${other}`;
  });
  fs.writeFileSync(path.join(folder, "hash.txt"), renamed);
  edit?.(release.site);
  return release;
}

/** Bytes that change a file of this kind and not what it does. */
function nothing(kind: string): Buffer {
  if (kind === "wasm") return Buffer.from([0, 5, 4, ...Buffer.from("test")]); // an empty custom section
  return Buffer.from("\n/* another release */\n");
}
