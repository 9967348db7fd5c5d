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
 * A release that behaves the same, but whose files have other bytes and other hashed
 * names: to a browser it is another version. `edit` may change more of its site.
 */
export function otherRelease(folder: string, edit?: (site: string) => void): Release {
  const from = currentRelease();
  const release = { binary: path.join(folder, "server"), site: path.join(folder, "site") };
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(from.binary, release.binary);
  fs.cpSync(from.site, release.site, { recursive: true });

  const pkg = path.join(release.site, "pkg");
  const hashOf = (file: string) => /\.([\w-]{22})\.\w+$/.exec(file)?.[1];
  const hashes = fs.readdirSync(pkg).flatMap((file) => hashOf(file) ?? []);
  // The files name each other, within wasm too, so a new name is as long as the old one.
  const other = (hash: string) => [...hash].reverse().join("");
  const renamed = (bytes: Buffer) => {
    const text = hashes.reduce((text, hash) => text.replaceAll(hash, other(hash)), bytes.toString("latin1"));
    return Buffer.from(text, "latin1");
  };
  for (const file of fs.readdirSync(pkg)) {
    if (file.endsWith(".br")) {
      fs.rmSync(path.join(pkg, file)); // of the other bytes
      continue;
    }
    const bytes = renamed(fs.readFileSync(path.join(pkg, file)));
    fs.rmSync(path.join(pkg, file));
    const name = renamed(Buffer.from(file)).toString();
    fs.writeFileSync(path.join(pkg, name), Buffer.concat([bytes, nothing(path.extname(name))]));
  }
  const list = fs.readFileSync(path.join(path.dirname(from.binary), "hash.txt"));
  fs.writeFileSync(path.join(folder, "hash.txt"), renamed(list));
  edit?.(release.site);
  return release;
}

/** Bytes that change a file of this kind and not what it does. */
function nothing(kind: string): Buffer {
  if (kind === ".wasm") return Buffer.from([0, 5, 4, ...Buffer.from("test")]); // an empty custom section
  if (kind === ".json") return Buffer.from("\n");
  return Buffer.from("\n/* another release */\n");
}
