import { decodeHTMLStrict } from "entities";
import { mendText } from "../../kernel/mended-text.ts";

/** Largest whole number that the database's integer columns hold. */
const integerMax = 2_147_483_647;

const noNumber = /^(?:n\/?a|nan|null|none|unknown|not reported|[-–—.?]+)$/i;

/** Where a cell is, for whoever corrects the file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Reads the cells of an export as what they mean, and remembers what it could not. */
export class Cells {
  #mended = 0;
  #damaged = 0;
  #unreadable = 0;
  #firstUnreadable = "";
  #firstDamaged = "";

  /** Plain text: encoding mended, HTML entities read, spaces single. */
  text(cell: string, place: Place): string {
    const { text, mended, damaged } = mendText(cell);
    if (mended) this.#mended += 1;
    if (damaged) {
      this.#damaged += 1;
      this.#firstDamaged ||= `${place.file}, line ${place.line}`;
    }
    return (
      decodeHTMLStrict(text)
        // oxlint-disable-next-line no-control-regex
        .replace(/[\s\u0000-\u001f\u007f]+/g, " ")
        .trim()
    );
  }

  /** A number however it was written: "0.52", "-.0599", "1,534", "8.9E-06". Null for a blank, and for what is none. */
  number(cell: string, column: string, place: Place, least = -Infinity, most = Infinity) {
    const text = cell
      .replace(/^['"]|["'%]$/g, "")
      .replace(/\s/g, "")
      .replace("−", "-");
    if (text === "" || noNumber.test(text)) return null;
    const plain = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)
      ? text.replaceAll(",", "")
      : text;
    const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    this.#unreadable += 1;
    this.#firstUnreadable ||= `"${cell.slice(0, 40)}" in column ${column} of ${place.file}, line ${place.line}`;
    return null;
  }

  /** A count of pupils or classes. Nobody measures none, so that 0 means not known. */
  count(cell: string, column: string, place: Place): number | null {
    const value = this.number(cell, column, place, 0, integerMax);
    return value === null || Math.round(value) === 0 ? null : Math.round(value);
  }

  /** A number that names a record: 1 or more. */
  key(cell: string): number | null {
    const text = cell.replace(/^['"]|["']$/g, "").trim();
    const value = /^\d{1,10}(?:\.0+)?$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= integerMax ? value : null;
  }

  flag(cell: string): boolean | null {
    if (/^(?:true|yes|y|1(?:\.0+)?)$/i.test(cell.trim())) return true;
    return /^(?:false|no|n|0(?:\.0+)?)$/i.test(cell.trim()) ? false : null;
  }

  /** What an operator should know of the cells read, a sentence each. */
  notes(): string[] {
    return [
      ...(this.#mended > 0
        ? [`${this.#mended} cells held text in a wrong encoding and were mended.`]
        : []),
      ...(this.#damaged > 0
        ? [
            `${this.#damaged} cells hold text of which bytes are lost; they are kept as they stand. The first is in ${this.#firstDamaged}.`,
          ]
        : []),
      ...(this.#unreadable > 0
        ? [
            `${this.#unreadable} cells that should be numbers are none, or out of range, and count as blank; their rows are kept. The first: ${this.#firstUnreadable}.`,
          ]
        : []),
    ];
  }
}
