/** Tasks that take turns, as asyncio's do: each runs until it waits, and they go on in the order in which they can. */
import type { HelperText } from './helperText';

export const tasks: Record<string, HelperText> = {
  turns: {
    imports: ['runtime', 'slices', 'time'],
    alsoNamed: ['turnTaker', 'turnOrder', 'sleepingTask'],
    text: `// turns lets one task run at a time, and the others in the order in which they became ready, as asyncio does.
var turns = turnOrder{current: newTurnTaker()}

// turnTaker is a task as far as others wait for it or wake it.
type turnTaker struct {
	turn      chan struct{}
	cancelled bool
	done      bool
	waiting   []*turnTaker
}

func newTurnTaker() *turnTaker {
	return &turnTaker{turn: make(chan struct{}, 1)}
}

type sleepingTask struct {
	until time.Time
	task  *turnTaker
}

type turnOrder struct {
	current  *turnTaker
	ready    []*turnTaker
	sleepers []sleepingTask // the first one wakes first
}

// next hands the turn on to the task that has been ready for longest.
func (o *turnOrder) next() {
	if len(o.ready) == 0 && len(o.sleepers) > 0 {
		time.Sleep(time.Until(o.sleepers[0].until))
	}
	for now := time.Now(); len(o.sleepers) > 0 && !o.sleepers[0].until.After(now); {
		o.ready = append(o.ready, o.sleepers[0].task)
		o.sleepers = o.sleepers[1:]
	}
	if len(o.ready) == 0 {
		panic("all tasks wait for each other")
	}
	o.current = o.ready[0]
	o.ready = o.ready[1:]
	o.current.turn <- struct{}{}
}

// pause waits for a turn that somebody else has to give; a cancelled task ends here.
func (o *turnOrder) pause() {
	own := o.current
	o.next()
	<-own.turn
	if own.cancelled {
		runtime.Goexit()
	}
}

// pass lets all tasks that are ready go first.
func (o *turnOrder) pass() {
	o.ready = append(o.ready, o.current)
	o.pause()
}

func (o *turnOrder) sleep(duration time.Duration) {
	if duration <= 0 {
		o.pass()
		return
	}
	o.wakeAfter(duration)
	o.pause()
}

func (o *turnOrder) wakeAfter(duration time.Duration) {
	until := time.Now().Add(duration)
	at, _ := slices.BinarySearchFunc(o.sleepers, until, func(s sleepingTask, t time.Time) int {
		if s.until.After(t) {
			return 1
		}
		return -1
	})
	o.sleepers = slices.Insert(o.sleepers, at, sleepingTask{until, o.current})
}

// stay joins those that wait for something, until it wakes them.
func (o *turnOrder) stay(waiting *[]*turnTaker) {
	*waiting = append(*waiting, o.current)
	o.pause()
}

// wake makes the first of those that wait ready.
func (o *turnOrder) wake(waiting *[]*turnTaker) {
	for len(*waiting) > 0 {
		first := (*waiting)[0]
		*waiting = (*waiting)[1:]
		if !first.cancelled {
			o.ready = append(o.ready, first)
			return
		}
	}
}

func (o *turnOrder) wakeAll(waiting *[]*turnTaker) {
	for len(*waiting) > 0 {
		o.wake(waiting)
	}
}

// forget takes a task out of those that sleep.
func (o *turnOrder) forget(task *turnTaker) {
	o.sleepers = slices.DeleteFunc(o.sleepers, func(s sleepingTask) bool { return s.task == task })
}`,
  },
  asyncTask: {
    needs: ['turns'],
    imports: ['errors', 'slices'],
    alsoNamed: ['startTask', 'tryTask', 'errCancelled'],
    text: `var errCancelled = errors.New("")

// asyncTask is a function that runs when it is its turn.
type asyncTask[T any] struct {
	*turnTaker
	value T
	err   error
}

func startTask[T any](run func() T) *asyncTask[T] {
	return tryTask(func() (T, error) { return run(), nil })
}

func tryTask[T any](run func() (T, error)) *asyncTask[T] {
	t := &asyncTask[T]{turnTaker: newTurnTaker(), err: errCancelled}
	turns.ready = append(turns.ready, t.turnTaker)
	go func() {
		<-t.turn
		ended := false
		defer func() {
			if !ended && !t.cancelled {
				return // the task panics
			}
			t.done = true
			turns.wakeAll(&t.waiting)
			turns.next()
		}()
		if !t.cancelled {
			t.value, t.err = run()
		}
		ended = true
	}()
	return t
}

// result waits for the task.
func (t *asyncTask[T]) result() (T, error) {
	for !t.done {
		turns.stay(&t.waiting)
	}
	return t.value, t.err
}

// wait is result for a task that cannot fail.
func (t *asyncTask[T]) wait() T {
	value, err := t.result()
	if err != nil {
		panic(err)
	}
	return value
}

// cancel ends the task where it waits; it tells whether that was still possible.
func (t *asyncTask[T]) cancel() bool {
	if t.done {
		return false
	}
	t.cancelled = true
	turns.forget(t.turnTaker)
	if !slices.Contains(turns.ready, t.turnTaker) {
		turns.ready = append(turns.ready, t.turnTaker)
	}
	return true
}`,
  },
  gatherAll: {
    needs: ['asyncTask', 'gatherTasks'],
    text: `// gatherAll starts the functions as tasks and gives their results in the same order.
func gatherAll[T any](runs ...func() T) []T {
	started := make([]*asyncTask[T], len(runs))
	for i, run := range runs {
		started[i] = startTask(run)
	}
	return gatherTasks(started...)
}`,
  },
  gatherTasks: {
    needs: ['asyncTask'],
    text: `// gatherTasks waits for all tasks and gives their results in the same order.
func gatherTasks[T any](tasks ...*asyncTask[T]) []T {
	results := make([]T, len(tasks))
	for i, t := range tasks {
		results[i] = t.wait()
	}
	return results
}`,
  },
  tryGatherAll: {
    needs: ['asyncTask', 'tryGatherTasks'],
    text: `// tryGatherAll starts the functions as tasks and gives their results in the same order, or the first error.
func tryGatherAll[T any](runs ...func() (T, error)) ([]T, error) {
	started := make([]*asyncTask[T], len(runs))
	for i, run := range runs {
		started[i] = tryTask(run)
	}
	return tryGatherTasks(started...)
}`,
  },
  tryGatherTasks: {
    needs: ['asyncTask', 'firstTask'],
    text: `// tryGatherTasks waits for all tasks and gives their results in the same order, or the first error.
func tryGatherTasks[T any](tasks ...*asyncTask[T]) ([]T, error) {
	for left := slices.Clone(tasks); len(left) > 0; {
		first := firstTask(left)
		if first.err != nil {
			return nil, first.err
		}
		left = slices.DeleteFunc(left, func(t *asyncTask[T]) bool { return t == first })
	}
	results := make([]T, len(tasks))
	for i, t := range tasks {
		results[i] = t.value
	}
	return results, nil
}`,
    imports: ['slices'],
  },
  startAll: {
    needs: ['asyncTask'],
    text: `func startAll[T any](runs []func() T) []*asyncTask[T] {
	started := make([]*asyncTask[T], len(runs))
	for i, run := range runs {
		started[i] = startTask(run)
	}
	return started
}`,
  },
  tryStartAll: {
    needs: ['asyncTask'],
    text: `func tryStartAll[T any](runs []func() (T, error)) []*asyncTask[T] {
	started := make([]*asyncTask[T], len(runs))
	for i, run := range runs {
		started[i] = tryTask(run)
	}
	return started
}`,
  },
  outcomes: {
    needs: ['asyncTask'],
    text: `// outcomes waits for all tasks and gives what each returned, or its error.
func outcomes[T any](tasks ...*asyncTask[T]) []any {
	results := make([]any, len(tasks))
	for i, t := range tasks {
		value, err := t.result()
		if err != nil {
			results[i] = err
		} else {
			results[i] = value
		}
	}
	return results
}`,
  },
};
