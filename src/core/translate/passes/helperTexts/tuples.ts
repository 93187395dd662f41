/** Values that belong together. */
import type { HelperText } from './helperText';

const tuple = (name: string, article: string, fields: [string, string][]): HelperText => ({
  text: `// ${name} is ${article} values that belong together.
type ${name}[${fields.map(([, type]) => type).join(', ')} any] struct {
${fields.map(([field, type]) => `\t${field} ${type}`).join('\n')}
}`,
});

const first: [string, string] = ['First', 'A'];
const second: [string, string] = ['Second', 'B'];
const third: [string, string] = ['Third', 'C'];
const fourth: [string, string] = ['Fourth', 'D'];
const fifth: [string, string] = ['Fifth', 'E'];
const sixth: [string, string] = ['Sixth', 'F'];

export const tuples: Record<string, HelperText> = {
  pair: tuple('pair', 'two', [first, second]),
  triple: tuple('triple', 'three', [first, second, third]),
  quadruple: tuple('quadruple', 'four', [first, second, third, fourth]),
  quintuple: tuple('quintuple', 'five', [first, second, third, fourth, fifth]),
  sextuple: tuple('sextuple', 'six', [first, second, third, fourth, fifth, sixth]),
};
