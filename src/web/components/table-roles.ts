// A table that is laid out as cards on a phone (display: block or grid) loses its meaning in some browsers unless its
// parts say in so many words what they are.

/** Roles for the parts of a table whose layout changes with the room there is. */
export const tableRoles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  column: { role: "columnheader", scope: "col" },
  rowHead: { role: "rowheader", scope: "row" },
  groupHead: { role: "rowheader", scope: "rowgroup" },
  cell: { role: "cell" },
} as const;
