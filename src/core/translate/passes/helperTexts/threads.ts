/** Threads, pools of them, and what they wait for. */
import type { HelperText } from './helperText';

export const threads: Record<string, HelperText> = {
  goThread: {
    imports: ['sync', 'sync/atomic', 'time'],
    alsoNamed: ['newThread'],
    text: `// goThread is a function that runs beside others once it is started.
type goThread struct {
	sync.WaitGroup
	run     func()
	running atomic.Bool
}

func newThread(run func()) *goThread { return &goThread{run: run} }

// start lets the function run beside its caller; it has a head start of a moment, as a thread of Python's has.
func (t *goThread) start() {
	ended := make(chan struct{})
	t.running.Store(true)
	t.Go(func() {
		defer close(ended)
		defer t.running.Store(false)
		t.run()
	})
	select {
	case <-ended:
	case <-time.After(time.Millisecond):
	}
}`,
  },
  syncQueue: {
    imports: ['sync'],
    alsoNamed: ['newQueue'],
    text: `// syncQueue hands values from goroutines to goroutines; a limit of 0 is none, which no channel has.
type syncQueue[T any] struct {
	mu         sync.Mutex
	changed    *sync.Cond
	items      []T
	limit      int
	insert     func(items []T, item T) []T
	unfinished int
}

func newQueue[T any](limit int, insert func(items []T, item T) []T) *syncQueue[T] {
	q := &syncQueue[T]{limit: limit, insert: insert}
	q.changed = sync.NewCond(&q.mu)
	return q
}

func (q *syncQueue[T]) size() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items)
}

func (q *syncQueue[T]) empty() bool { return q.size() == 0 }

func (q *syncQueue[T]) full() bool { return q.limit > 0 && q.size() >= q.limit }

// put waits until there is room.
func (q *syncQueue[T]) put(item T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.limit > 0 && len(q.items) >= q.limit {
		q.changed.Wait()
	}
	if q.insert != nil {
		q.items = q.insert(q.items, item)
	} else {
		q.items = append(q.items, item)
	}
	q.unfinished++
	q.changed.Broadcast()
}

// get waits until there is a value.
func (q *syncQueue[T]) get() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.changed.Wait()
	}
	return q.first()
}

func (q *syncQueue[T]) first() T {
	first := q.items[0]
	q.items = q.items[1:]
	q.changed.Broadcast()
	return first
}

// taskDone says that a value which was taken has been dealt with.
func (q *syncQueue[T]) taskDone() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.unfinished == 0 {
		panic("task_done() called too many times")
	}
	q.unfinished--
	q.changed.Broadcast()
}

// join waits until all values have been dealt with.
func (q *syncQueue[T]) join() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.unfinished > 0 {
		q.changed.Wait()
	}
}`,
  },
  tryGet: {
    needs: ['syncQueue'],
    imports: ['time'],
    text: `// tryGet takes the first value of a queue where one comes in time.
func tryGet[T any](q *syncQueue[T], limit time.Duration) (T, bool) {
	timer := time.AfterFunc(limit, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.changed.Broadcast()
	})
	defer timer.Stop()
	deadline := time.Now().Add(limit)
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		if !time.Now().Before(deadline) {
			var none T
			return none, false
		}
		q.changed.Wait()
	}
	return q.first(), true
}`,
  },
  syncEvent: {
    imports: ['sync', 'time'],
    alsoNamed: ['newEvent'],
    text: `// syncEvent is something that goroutines wait for.
type syncEvent struct {
	mu       sync.Mutex
	happened chan struct{}
	isKnown  bool
}

func newEvent() *syncEvent { return &syncEvent{happened: make(chan struct{})} }

func (e *syncEvent) set() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.isKnown {
		e.isKnown = true
		close(e.happened)
	}
}

func (e *syncEvent) clear() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.isKnown {
		e.isKnown = false
		e.happened = make(chan struct{})
	}
}

func (e *syncEvent) isSet() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.isKnown
}

func (e *syncEvent) channel() <-chan struct{} {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.happened
}

func (e *syncEvent) wait() { <-e.channel() }

// waitFor tells whether it happens in time.
func (e *syncEvent) waitFor(limit time.Duration) bool {
	select {
	case <-e.channel():
		return true
	case <-time.After(limit):
		return e.isSet()
	}
}`,
  },
  syncSemaphore: {
    imports: ['sync'],
    alsoNamed: ['newSemaphore'],
    text: `// syncSemaphore lets a number of goroutines in at a time.
type syncSemaphore struct {
	mu    sync.Mutex
	freed *sync.Cond
	free  int
}

func newSemaphore(free int) *syncSemaphore {
	s := &syncSemaphore{free: free}
	s.freed = sync.NewCond(&s.mu)
	return s
}

func (s *syncSemaphore) acquire() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.free == 0 {
		s.freed.Wait()
	}
	s.free--
}

func (s *syncSemaphore) tryAcquire() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.free == 0 {
		return false
	}
	s.free--
	return true
}

func (s *syncSemaphore) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free++
	s.freed.Signal()
}`,
  },
  syncBarrier: {
    imports: ['sync'],
    alsoNamed: ['newBarrier'],
    text: `// syncBarrier holds goroutines back until there are enough of them.
type syncBarrier struct {
	mu      sync.Mutex
	arrived *sync.Cond
	parties int
	waiting int
	round   int
}

func newBarrier(parties int) *syncBarrier {
	b := &syncBarrier{parties: parties}
	b.arrived = sync.NewCond(&b.mu)
	return b
}

func (b *syncBarrier) wait() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	round, place := b.round, b.waiting
	if b.waiting++; b.waiting == b.parties {
		b.waiting = 0
		b.round++
		b.arrived.Broadcast()
	}
	for round == b.round {
		b.arrived.Wait()
	}
	return place
}`,
  },
  goPool: {
    needs: ['syncQueue'],
    imports: ['sync'],
    alsoNamed: ['newPool'],
    text: `// goPool runs functions in a fixed number of goroutines, in the order in which they were submitted.
type goPool struct {
	workers sync.WaitGroup
	jobs    *syncQueue[func()]
	size    int
}

func newPool(size int) *goPool {
	p := &goPool{jobs: newQueue[func()](0, nil), size: size}
	for range size {
		p.workers.Go(func() {
			for job := p.jobs.get(); job != nil; job = p.jobs.get() {
				job()
			}
		})
	}
	return p
}

// close waits for all that was submitted.
func (p *goPool) close() {
	for range p.size {
		p.jobs.put(nil)
	}
	p.workers.Wait()
}`,
  },
  goFuture: {
    needs: ['goPool'],
    alsoNamed: ['submitTo', 'trySubmitTo'],
    text: `// goFuture is the result of a function that runs in a pool.
type goFuture[T any] struct {
	ended chan struct{}
	value T
	err   error
}

func submitTo[T any](p *goPool, run func() T) *goFuture[T] {
	return trySubmitTo(p, func() (T, error) { return run(), nil })
}

func trySubmitTo[T any](p *goPool, run func() (T, error)) *goFuture[T] {
	f := &goFuture[T]{ended: make(chan struct{})}
	p.jobs.put(func() {
		defer close(f.ended)
		f.value, f.err = run()
	})
	return f
}

// result waits for the function.
func (f *goFuture[T]) result() (T, error) {
	<-f.ended
	return f.value, f.err
}

// wait is result for a function that cannot fail.
func (f *goFuture[T]) wait() T {
	<-f.ended
	if f.err != nil {
		panic(f.err)
	}
	return f.value
}

func (f *goFuture[T]) failure() error {
	<-f.ended
	return f.err
}

func (f *goFuture[T]) isDone() bool {
	select {
	case <-f.ended:
		return true
	default:
		return false
	}
}`,
  },
  allResults: {
    needs: ['goFuture'],
    text: `// allResults waits for all futures.
func allResults[T any](futures []*goFuture[T]) []T {
	results := make([]T, len(futures))
	for i, f := range futures {
		results[i] = f.wait()
	}
	return results
}`,
  },
  tryAllResults: {
    needs: ['goFuture'],
    text: `// tryAllResults waits for all futures, or gives the first error.
func tryAllResults[T any](futures []*goFuture[T]) ([]T, error) {
	results := make([]T, len(futures))
	for i, f := range futures {
		value, err := f.result()
		if err != nil {
			return nil, err
		}
		results[i] = value
	}
	return results, nil
}`,
  },
  asFinished: {
    needs: ['goFuture'],
    imports: ['iter'],
    text: `// asFinished yields the futures in the order in which they end.
func asFinished[T any](futures []*goFuture[T]) iter.Seq[*goFuture[T]] {
	return func(yield func(*goFuture[T]) bool) {
		ended := make(chan *goFuture[T], len(futures))
		for _, f := range futures {
			go func() {
				<-f.ended
				ended <- f
			}()
		}
		for range futures {
			if !yield(<-ended) {
				return
			}
		}
	}
}`,
  },
};
