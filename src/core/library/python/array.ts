/** Arrays of numbers. What they hold follows from their type code. */
export const array = `
array(typecode: str, initializer?: any, /) -> any
`;
