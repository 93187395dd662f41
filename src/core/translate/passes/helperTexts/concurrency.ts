/** Threads, queues and pools. */
import type { HelperText } from './helperText';

export const concurrency: Record<string, HelperText> = {
  thread: {
    alsoNamed: ['newThread'],
    text: `// thread is a function that runs beside the others once it is started.
type thread struct {
	run  func()
	done chan struct{}
}

func newThread(run func()) *thread {
	return &thread{run, make(chan struct{})}
}

// Start lets the function run.
func (t *thread) Start() {
	go func() {
		defer close(t.done)
		t.run()
	}()
}

// Join waits until the function is done.
func (t *thread) Join() {
	<-t.done
}`,
  },
  event: {
    alsoNamed: ['newEvent'],
    imports: ['sync'],
    text: `// event is something that can happen, and that others wait for.
type event struct {
	mu   sync.Mutex
	done chan struct{}
	set  bool
}

func newEvent() *event {
	return &event{done: make(chan struct{})}
}

// Set lets all go on that wait.
func (e *event) Set() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.set {
		e.set = true
		close(e.done)
	}
}

// Clear makes the event one that has not happened.
func (e *event) Clear() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.set {
		e.set = false
		e.done = make(chan struct{})
	}
}

// IsSet tells whether it has happened.
func (e *event) IsSet() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.set
}

// Wait waits until it has happened.
func (e *event) Wait() {
	e.mu.Lock()
	done := e.done
	e.mu.Unlock()
	<-done
}`,
  },
  waitingQueue: {
    alsoNamed: ['newWaitingQueue'],
    imports: ['sync'],
    text: `// waitingQueue hands values from one goroutine to another; with a limit it makes who puts wait too.
type waitingQueue[T any] struct {
	mu      sync.Mutex
	changed *sync.Cond
	items   []T
	limit   int
	open    int
}

func newWaitingQueue[T any](limit int) *waitingQueue[T] {
	q := &waitingQueue[T]{limit: limit}
	q.changed = sync.NewCond(&q.mu)
	return q
}

// Put adds a value, and waits where the queue is full.
func (q *waitingQueue[T]) Put(item T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.limit > 0 && len(q.items) >= q.limit {
		q.changed.Wait()
	}
	q.items = append(q.items, item)
	q.open++
	q.changed.Broadcast()
}

// Get takes the first value, and waits for one where there is none.
func (q *waitingQueue[T]) Get() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.changed.Wait()
	}
	item := q.items[0]
	q.items = q.items[1:]
	q.changed.Broadcast()
	return item
}

// Size gives the number of values in the queue.
func (q *waitingQueue[T]) Size() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items)
}

// TaskDone tells that one value was dealt with.
func (q *waitingQueue[T]) TaskDone() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.open--
	q.changed.Broadcast()
}

// Join waits until every value was dealt with.
func (q *waitingQueue[T]) Join() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.open > 0 {
		q.changed.Wait()
	}
}`,
  },
  pool: {
    alsoNamed: ['newPool'],
    imports: ['sync'],
    text: `// pool runs functions beside each other, at most so many at a time.
type pool struct {
	slots chan struct{}
	group sync.WaitGroup
}

func newPool(workers int) *pool {
	return &pool{slots: make(chan struct{}, workers)}
}

// Wait waits until all functions are done.
func (p *pool) Wait() {
	p.group.Wait()
}`,
  },
  future: {
    text: `// future is a value that is still being worked out.
type future[T any] struct {
	done  chan struct{}
	value T
	err   error
}

// Result waits for the value.
func (f *future[T]) Result() (T, error) {
	<-f.done
	return f.value, f.err
}

// Done tells whether the value is there.
func (f *future[T]) Done() bool {
	select {
	case <-f.done:
		return true
	default:
		return false
	}
}`,
  },
  submit: {
    needs: ['pool', 'future'],
    text: `// submit lets a function run in a pool.
func submit[T any](p *pool, run func() (T, error)) *future[T] {
	f := &future[T]{done: make(chan struct{})}
	p.group.Add(1)
	go func() {
		defer p.group.Done()
		defer close(f.done)
		p.slots <- struct{}{}
		defer func() { <-p.slots }()
		f.value, f.err = run()
	}()
	return f
}`,
  },
  mapIn: {
    needs: ['submit'],
    text: `// mapIn calls a function for every item in a pool and gives the results in the order of the items.
func mapIn[T, R any](p *pool, items []T, run func(T) (R, error)) ([]R, error) {
	futures := make([]*future[R], len(items))
	for i, item := range items {
		futures[i] = submit(p, func() (R, error) { return run(item) })
	}
	results := make([]R, len(items))
	for i, f := range futures {
		result, err := f.Result()
		if err != nil {
			return nil, err
		}
		results[i] = result
	}
	return results, nil
}`,
  },
};
