/** The names of months and weekdays, whose numbers are those of Go. */
import type * as py from '../../syntax/python/ast';
import { binary, int, method, str, subscript } from './build';
import type { Context } from './context';

/** `calendar.month_name[n]`; of a date's own month, its format. */
export function monthName(cx: Context, month: py.Expression): py.Expression {
  if (month.kind === 'Attribute' && month.attr.kind === 'Name' && month.attr.id === 'month')
    return method(month.value, 'strftime', str('%B'));
  return subscript(cx.out.member('calendar', 'month_name'), month);
}

/** `calendar.day_name[n - 1]`: the days of `calendar` begin with Monday, those of Go with Sunday. */
export function dayName(cx: Context, day: py.Expression): py.Expression {
  const names = cx.out.member('calendar', 'day_name');
  if (day.kind === 'Int') return subscript(names, int((Number(day.value) + 6) % 7));
  // What a date gives for its weekday, `date.isoweekday() % 7`.
  const whole = day.kind === 'BinOp' && day.op === '%' ? day.left : undefined;
  const isOwn =
    whole?.kind === 'Call' &&
    whole.func.kind === 'Attribute' &&
    whole.func.attr.kind === 'Name' &&
    whole.func.attr.id === 'isoweekday';
  if (isOwn && whole.func.kind === 'Attribute') return method(whole.func.value, 'strftime', str('%A'));
  return subscript(names, binary(binary(day, '-', int(1)), '%', int(7)));
}
