/** Copies. */
export const copy = `
copy(x: T) -> T
deepcopy(x: T, memo?: any, _nil?: any) -> T
`;
