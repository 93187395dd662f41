/** Packages that a Python answer needs from PyPI. */
const fromPyPI = ['django', 'fastapi', 'flask', 'httpx', 'numpy', 'pandas', 'pytest', 'requests', 'uvicorn'];

/** As pip names them, by the imports of the code; empty for the standard library alone. */
export function packagesOf(code: string): string[] {
  return fromPyPI.filter(name => new RegExp(`^(?:import|from) ${name}\\b`, 'm').test(code));
}
