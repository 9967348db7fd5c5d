// A workbook as a spreadsheet writes it, so that what people hand in is a real file.
import { crc32, deflateRawSync } from "node:zlib";

export type Cell = string | number | undefined;

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function relation(type: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

function cell(value: Cell, place: string): string {
  if (value === undefined) return "";
  if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}

/** One sheet; rows are numbered from 1. */
export function book(rows: readonly Cell[][]): Buffer {
  const lines = rows.map((cells, at) => {
    const inside = cells.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${at + 1}`));
    return `<row r="${at + 1}">${inside.join("")}</row>`;
  });
  return packed([
    ["_rels/.rels", relation("officeDocument", "xl/workbook.xml")],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ["xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`],
  ]);
}

function packed(files: readonly (readonly [string, string])[]): Buffer {
  const folder: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, text] of files) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const small = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(small.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), about, name, small]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), about, Buffer.alloc(10), place, name]));
    folder.push(file);
    at += file.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...folder, list, Buffer.from("PK\x05\x06"), end]);
}
