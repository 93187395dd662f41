/** What tasks that take turns wait for: queues, locks, events, and other tasks with a limit of time. */
import type { HelperText } from './helperText';

export const taskTools: Record<string, HelperText> = {
  waitAtMost: {
    needs: ['asyncTask'],
    imports: ['slices', 'time'],
    text: `// waitAtMost is the result of the task, or the error where it takes longer than the limit; the task is cancelled then.
func waitAtMost[T any](t *asyncTask[T], limit time.Duration, tooLate error) (T, error) {
	if !t.done {
		own := turns.current
		turns.wakeAfter(limit)
		turns.stay(&t.waiting)
		turns.forget(own)
		t.waiting = slices.DeleteFunc(t.waiting, func(other *turnTaker) bool { return other == own })
	}
	if !t.done {
		t.cancel()
		turns.stay(&t.waiting)
		return t.value, tooLate
	}
	return t.value, t.err
}`,
  },
  firstTask: {
    needs: ['asyncTask'],
    imports: ['slices'],
    text: `// firstTask waits for one of the tasks to end and gives it.
func firstTask[T any](tasks []*asyncTask[T]) *asyncTask[T] {
	own := turns.current
	for {
		for _, t := range tasks {
			if t.done {
				return t
			}
		}
		for _, t := range tasks {
			t.waiting = append(t.waiting, own)
		}
		turns.pause()
		for _, t := range tasks {
			t.waiting = slices.DeleteFunc(t.waiting, func(other *turnTaker) bool { return other == own })
		}
	}
}`,
  },
  asCompleted: {
    needs: ['firstTask'],
    imports: ['iter', 'slices'],
    text: `// asCompleted yields what waits for each of the tasks, in the order in which they end.
func asCompleted[T any](tasks ...*asyncTask[T]) iter.Seq[func() T] {
	return func(yield func(func() T) bool) {
		for left := slices.Clone(tasks); len(left) > 0; {
			first := firstTask(left)
			left = slices.DeleteFunc(left, func(t *asyncTask[T]) bool { return t == first })
			if !yield(first.wait) {
				return
			}
		}
	}
}`,
  },
  waitForSome: {
    needs: ['asyncTask'],
    imports: ['slices', 'time'],
    text: `// waitForSome waits until enough tasks are done, or for as long as the limit says; a limit of 0 is none.
func waitForSome[T any](tasks []*asyncTask[T], enough int, limit time.Duration) (done, pending map[*asyncTask[T]]struct{}) {
	own, until := turns.current, time.Now().Add(limit)
	for {
		done, pending = map[*asyncTask[T]]struct{}{}, map[*asyncTask[T]]struct{}{}
		for _, t := range tasks {
			if t.done {
				done[t] = struct{}{}
			} else {
				pending[t] = struct{}{}
			}
		}
		if len(done) >= enough || limit > 0 && !time.Now().Before(until) {
			return done, pending
		}
		if limit > 0 {
			turns.wakeAfter(time.Until(until))
		}
		for t := range pending {
			t.waiting = append(t.waiting, own)
		}
		turns.pause()
		turns.forget(own)
		for t := range pending {
			t.waiting = slices.DeleteFunc(t.waiting, func(other *turnTaker) bool { return other == own })
		}
	}
}`,
  },
  tryAsCompleted: {
    needs: ['firstTask'],
    imports: ['iter', 'slices'],
    text: `// tryAsCompleted yields what waits for each of the tasks, in the order in which they end.
func tryAsCompleted[T any](tasks ...*asyncTask[T]) iter.Seq[func() (T, error)] {
	return func(yield func(func() (T, error)) bool) {
		for left := slices.Clone(tasks); len(left) > 0; {
			first := firstTask(left)
			left = slices.DeleteFunc(left, func(t *asyncTask[T]) bool { return t == first })
			if !yield(first.result) {
				return
			}
		}
	}
}`,
  },
  taskQueue: {
    needs: ['turns'],
    imports: ['slices'],
    alsoNamed: ['newTaskQueue'],
    text: `// taskQueue hands values from tasks to tasks; a limit of 0 is none.
type taskQueue[T any] struct {
	items      []T
	limit      int
	insert     func(items []T, item T) []T
	unfinished int
	getters    []*turnTaker
	putters    []*turnTaker
	joiners    []*turnTaker
}

func newTaskQueue[T any](limit int, insert func(items []T, item T) []T) *taskQueue[T] {
	return &taskQueue[T]{limit: limit, insert: insert}
}

func (q *taskQueue[T]) empty() bool { return len(q.items) == 0 }

func (q *taskQueue[T]) full() bool { return q.limit > 0 && len(q.items) >= q.limit }

func (q *taskQueue[T]) size() int { return len(q.items) }

// put waits until there is room.
func (q *taskQueue[T]) put(item T) {
	for q.full() {
		turns.stay(&q.putters)
	}
	q.add(item)
}

func (q *taskQueue[T]) add(item T) {
	if q.insert != nil {
		q.items = q.insert(q.items, item)
	} else {
		q.items = append(q.items, item)
	}
	q.unfinished++
	turns.wake(&q.getters)
}

// get waits until there is a value.
func (q *taskQueue[T]) get() T {
	for q.empty() {
		turns.stay(&q.getters)
	}
	return q.take()
}

func (q *taskQueue[T]) take() T {
	first := q.items[0]
	q.items = q.items[1:]
	turns.wake(&q.putters)
	return first
}

// taskDone says that a value which was taken has been dealt with.
func (q *taskQueue[T]) taskDone() {
	if q.unfinished == 0 {
		panic("task_done() called too many times")
	}
	if q.unfinished--; q.unfinished == 0 {
		turns.wakeAll(&q.joiners)
	}
}

// join waits until all values have been dealt with.
func (q *taskQueue[T]) join() {
	for q.unfinished > 0 {
		turns.stay(&q.joiners)
	}
}`,
  },
  taskSemaphore: {
    needs: ['turns'],
    alsoNamed: ['newTaskSemaphore'],
    text: `// taskSemaphore lets a number of tasks in at a time.
type taskSemaphore struct {
	free    int
	waiting []*turnTaker
}

func newTaskSemaphore(free int) *taskSemaphore { return &taskSemaphore{free: free} }

func (s *taskSemaphore) locked() bool { return s.free == 0 || len(s.waiting) > 0 }

func (s *taskSemaphore) acquire() {
	if s.locked() {
		turns.stay(&s.waiting) // release keeps the place
		return
	}
	s.free--
}

func (s *taskSemaphore) release() {
	for len(s.waiting) > 0 {
		first := s.waiting[0]
		s.waiting = s.waiting[1:]
		if !first.cancelled {
			turns.ready = append(turns.ready, first)
			return
		}
	}
	s.free++
}`,
  },
  taskEvent: {
    needs: ['turns'],
    text: `// taskEvent is something that tasks wait for.
type taskEvent struct {
	happened bool
	waiting  []*turnTaker
}

func (e *taskEvent) set() {
	e.happened = true
	turns.wakeAll(&e.waiting)
}

func (e *taskEvent) clear() { e.happened = false }

func (e *taskEvent) isSet() bool { return e.happened }

func (e *taskEvent) wait() {
	if !e.happened {
		turns.stay(&e.waiting)
	}
}`,
  },
  asyncTaskGroup: {
    needs: ['asyncTask'],
    text: `// asyncTaskGroup is a number of tasks that are waited for together.
type asyncTaskGroup struct {
	waits []func() error
}

func startIn[T any](group *asyncTaskGroup, run func() T) *asyncTask[T] {
	return tryStartIn(group, func() (T, error) { return run(), nil })
}

func tryStartIn[T any](group *asyncTaskGroup, run func() (T, error)) *asyncTask[T] {
	t := tryTask(run)
	group.waits = append(group.waits, func() error {
		_, err := t.result()
		return err
	})
	return t
}

// wait waits for all tasks of the group.
func (g *asyncTaskGroup) wait() {
	for i := 0; i < len(g.waits); i++ {
		if err := g.waits[i](); err != nil {
			panic(err)
		}
	}
}`,
    alsoNamed: ['startIn', 'tryStartIn'],
  },
};
