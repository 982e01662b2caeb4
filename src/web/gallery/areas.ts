import { cards } from "./cards.tsx";
import { cpd } from "./cpd.tsx";
import { figures } from "./figures.tsx";
import { forms } from "./forms.tsx";
import { people } from "./people.tsx";
import { reading } from "./reading.tsx";
import { records } from "./records.tsx";
import { search } from "./search.tsx";
import { states } from "./states.tsx";
import { strand } from "./strand.tsx";
import { toolkit } from "./toolkit.tsx";
import type { Area } from "./specimen.ts";

/** Everything the gallery shows, in its order. */
export const areas: readonly Area[] = [
  figures,
  cards,
  cpd,
  forms,
  people,
  reading,
  records,
  search,
  states,
  strand,
  toolkit,
];
