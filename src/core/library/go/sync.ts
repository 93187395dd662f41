/** Locks and groups. */
export const sync = `
type Cond struct
  L Locker
  *Broadcast() ! io self
  *Signal() ! io self
  *Wait() ! io self
type Locker interface
  Lock()
  Unlock()
type Map struct
  *Clear() ! io self
  *CompareAndDelete(key any, old any) (deleted bool) ! io self
  *CompareAndSwap(key any, old any, new any) (swapped bool) ! io self
  *Delete(key any) ! io self
  *Load(key any) (value any, ok bool) ! io
  *LoadAndDelete(key any) (value any, loaded bool) ! io self
  *LoadOrStore(key any, value any) (actual any, loaded bool) ! io self
  *Range(f func(key any, value any) bool) ! io self
  *Store(key any, value any) ! io self
  *Swap(key any, value any) (previous any, loaded bool) ! io self
type Mutex struct
  *Lock() ! io self
  *TryLock() bool ! io self
  *Unlock() ! io self
func NewCond(l Locker) *Cond
type Once struct
  *Do(f func()) ! io self
func OnceFunc(f func()) func()
func OnceValue[T any](f func() T) func() T
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2)
type Pool struct
  New func() any
  *Get() any ! io self
  *Put(x any) ! io self
type RWMutex struct
  *Lock() ! io self
  *RLock() ! io self
  *RLocker() Locker ! io
  *RUnlock() ! io self
  *TryLock() bool ! io self
  *TryRLock() bool ! io self
  *Unlock() ! io self
type WaitGroup struct
  *Add(delta int) ! io self
  *Done() ! io self
  *Go(f func()) ! io self
  *Wait() ! io self
`;
