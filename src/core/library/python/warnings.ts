/** Warnings. */
export const warnings = `
filterwarnings(action: str, message?: str, category?: any, module?: str, lineno?: int, append?: bool) -> None ! io
simplefilter(action: str, category?: any, lineno?: int, append?: bool) -> None ! io
warn(message: any, category?: any, stacklevel?: int, source?: any) -> None ! io
`;
