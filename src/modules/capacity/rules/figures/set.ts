/**
 * What admins set instead of the founding values of one table, by "row.column"; what is not in it is
 * as founded. The empty set is the founding document.
 */
export type FigureSet = Readonly<Record<string, number>>;

export const asFounded: FigureSet = {};
