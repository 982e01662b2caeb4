import type { Em } from "../../kernel/em.ts";
import { ImportError } from "../../kernel/import-error.ts";
import { type ImportCounts, type ImportListener, ImportRun } from "../../kernel/import-run.ts";
import { refreshLexicon } from "../../search/lexicon.ts";
import { faultIn } from "../fault.ts";
import { importSources } from "./sources.ts";

/** What to import, and how. */
export interface ImportOrder {
  /** One of `importSources`. */
  readonly source: string;
  /** Absolute path of the file or folder. */
  readonly path: string;
  /** Goes through everything and stores nothing. */
  readonly dryRun: boolean;
}

/**
 * Runs one import to its end. Throws an `ImportError` where it cannot go on: the fault is in the files, the disk or the
 * database; what was stored before it stays.
 */
export async function runImport(
  em: Em,
  order: ImportOrder,
  listener: ImportListener,
  signal?: AbortSignal,
): Promise<ImportCounts> {
  const source = importSources[order.source];
  if (!source)
    throw new ImportError(
      `There is no import "${order.source}"; there are ${Object.keys(importSources).join(", ")}.`,
    );
  const run = new ImportRun(em, {
    at: new Date(),
    dryRun: order.dryRun,
    listener,
    ...(signal && { signal }),
  });
  try {
    await source.run(run, order.path);
    // Spelling and suggestions know the new words at once, and not with the next sweep.
    if (!order.dryRun) await refreshLexicon(em.fork() as Em);
    return run.counts;
  } catch (error) {
    throw toImportError(error, run.counts);
  }
}

/** The words for what an operator can mend; anything else is a defect and passes through as it is. */
function toImportError(error: unknown, counts: ImportCounts): unknown {
  if (error instanceof ImportError) return error;
  const fault = faultIn(error);
  if (fault === undefined) return error;
  const stored = Object.values(counts).reduce((sum, each) => sum + each.created + each.updated, 0);
  return new ImportError(
    `The import could not go on: ${fault}. ${stored} records had been created or updated, and stay; mend it and run the same command again to go on.`,
    { cause: error },
  );
}
