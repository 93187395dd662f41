/** Short texts of large values. */
export const reprlib = `
repr(x: any) -> str
`;
