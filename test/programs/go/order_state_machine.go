package main

import "fmt"

type State int

const (
	Created State = iota
	Paid
	Shipped
	Delivered
	Cancelled
)

var stateNames = map[State]string{
	Created: "created", Paid: "paid", Shipped: "shipped",
	Delivered: "delivered", Cancelled: "cancelled",
}

func (s State) String() string { return stateNames[s] }

type Event string

type transition struct {
	from  State
	event Event
}

// TransitionError says which event did not fit which state.
type TransitionError struct {
	From  State
	Event Event
}

func (e *TransitionError) Error() string {
	return fmt.Sprintf("cannot %s an order that is %s", e.Event, e.From)
}

var table = map[transition]State{
	{Created, "pay"}:     Paid,
	{Created, "cancel"}:  Cancelled,
	{Paid, "ship"}:       Shipped,
	{Paid, "cancel"}:     Cancelled,
	{Shipped, "deliver"}: Delivered,
}

type Order struct {
	ID      string
	state   State
	history []State
	onEnter map[State]func(*Order)
}

func NewOrder(id string) *Order {
	return &Order{ID: id, onEnter: make(map[State]func(*Order))}
}

func (o *Order) Fire(e Event) error {
	next, ok := table[transition{o.state, e}]
	if !ok {
		return &TransitionError{From: o.state, Event: e}
	}
	o.history = append(o.history, o.state)
	o.state = next
	if hook := o.onEnter[next]; hook != nil {
		hook(o)
	}
	return nil
}

func main() {
	refunds := 0
	for i, events := range [][]Event{
		{"pay", "ship", "deliver"},
		{"pay", "cancel", "ship"},
		{"ship", "cancel"},
	} {
		order := NewOrder(fmt.Sprintf("A%03d", i+1))
		order.onEnter[Cancelled] = func(o *Order) {
			if o.history[len(o.history)-1] == Paid {
				refunds++
				fmt.Println("  refunding", o.ID)
			}
		}
		fmt.Println("order", order.ID)
		for _, e := range events {
			if err := order.Fire(e); err != nil {
				fmt.Println("  error:", err)
				continue
			}
			fmt.Printf("  %-8s-> %v\n", e, order.state)
		}
		fmt.Printf("  path %v, final %d (%s)\n", order.history, order.state, order.state)
	}
	fmt.Println("refunds:", refunds)
}
