package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

// ErrUnknown and ErrSame are found with errors.Is through the wrapping.
var (
	ErrUnknown = errors.New("unknown account")
	ErrSame    = errors.New("same account")
)

// FundsError tells how much was missing.
type FundsError struct {
	Account string
	Missing int64
}

func (e *FundsError) Error() string {
	return fmt.Sprintf("account %s lacks %s", e.Account, cents(e.Missing))
}

type cents int64

func (c cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s%d.%02d", sign, c/100, c%100)
}

type Bank struct {
	mu       sync.RWMutex
	balances map[string]int64
	log      []string
}

func (b *Bank) lookup(name string) (int64, error) {
	balance, ok := b.balances[name]
	if !ok {
		return 0, fmt.Errorf("lookup %q: %w", name, ErrUnknown)
	}
	return balance, nil
}

func (b *Bank) Transfer(from, to string, amount int64) (err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	defer func() {
		if err != nil {
			err = fmt.Errorf("transfer of %v: %w", cents(amount), err)
		}
	}()
	if from == to {
		return ErrSame
	}
	have, err := b.lookup(from)
	if err != nil {
		return err
	}
	if _, err := b.lookup(to); err != nil {
		return err
	}
	if have < amount {
		return &FundsError{Account: from, Missing: amount - have}
	}
	b.balances[from] -= amount
	b.balances[to] += amount
	return nil
}

func (b *Bank) Total() (sum int64) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, v := range b.balances {
		sum += v
	}
	return
}

func explain(err error) string {
	var funds *FundsError
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &funds):
		return fmt.Sprintf("refused (%v short): %v", cents(funds.Missing), err)
	case errors.Is(err, ErrUnknown):
		return "no such account: " + err.Error()
	default:
		return "failed: " + err.Error()
	}
}

func main() {
	bank := &Bank{balances: map[string]int64{"alice": 100_00, "bob": 50_05, "carol": 0}}

	fmt.Println(explain(bank.Transfer("alice", "bob", 2550)))
	fmt.Println(explain(bank.Transfer("carol", "bob", 1)))
	fmt.Println(explain(bank.Transfer("alice", "dave", 10)))
	fmt.Println(explain(bank.Transfer("erin", "bob", 10)))
	fmt.Println(explain(bank.Transfer("bob", "bob", 10)))

	// Many small transfers at once; each pair undoes itself.
	var wg sync.WaitGroup
	failures := make(chan error, 100)
	for i := 0; i < 25; i++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			if err := bank.Transfer("alice", "carol", 100); err != nil {
				failures <- err
			}
		}()
		go func(amount int64) {
			defer wg.Done()
			if err := bank.Transfer("bob", "carol", amount); err != nil {
				failures <- err
			}
		}(int64(i))
	}
	wg.Wait()
	close(failures)
	fmt.Println("failures:", len(failures))

	names := make([]string, 0, len(bank.balances))
	for name := range bank.balances {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("%-6s %8v\n", name, cents(bank.balances[name]))
	}
	fmt.Println("total", cents(bank.Total()), "and", cents(-705))
}
