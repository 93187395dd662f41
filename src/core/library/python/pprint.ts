/** Printing of structures. */
export const pprint = `
pformat(object: any, indent?: int, width?: int, depth?: int | None, *, compact?: bool, sort_dicts?: bool, underscore_numbers?: bool) -> str
pprint(object: any, stream?: any, indent?: int, width?: int, depth?: int | None, *, compact?: bool, sort_dicts?: bool, underscore_numbers?: bool) -> None ! io
`;
