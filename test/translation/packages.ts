/** Packages that a Python answer needs from PyPI. */
const fromPyPI = ['django', 'fastapi', 'flask', 'httpx', 'numpy', 'pandas', 'pytest', 'requests', 'uvicorn'];

/** As pip names them, by the imports of the code; empty for the standard library alone. */
export function packagesOf(code: string): string[] {
  const found = fromPyPI.filter(name => new RegExp(`^(?:import|from) ${name}\\b`, 'm').test(code));
  // FastAPI's test client stands on a package that it does not bring.
  return /^from fastapi\.testclient\b/m.test(code) && !found.includes('httpx') ? [...found, 'httpx'] : found;
}
