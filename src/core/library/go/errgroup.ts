/** Groups of goroutines that may fail. */
export const errgroup = `
func WithContext(ctx context.Context) (*Group, context.Context)
type Group struct
  *Go(f func() error) ! io self
  *SetLimit(n int) ! self
  *TryGo(f func() error) bool ! io self
  *Wait() error ! io self
`;
