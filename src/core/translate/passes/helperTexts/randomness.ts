/** Python's random numbers: the same ones after the same seed. */
import type { HelperText } from './helperText';

export const randomness: Record<string, HelperText> = {
  mersenne: {
    imports: ['math/bits'],
    alsoNamed: ['newMersenne'],
    text: `// mersenne is the Mersenne Twister: after the same seed it gives the numbers that Python's random gives.
type mersenne struct {
	state     [624]uint32
	at        int
	nextGauss *float64
}

func newMersenne(seed int) *mersenne {
	m := &mersenne{}
	m.Seed(seed)
	return m
}

// Seed starts the numbers anew.
func (m *mersenne) Seed(seed int) {
	size := uint64(max(seed, -seed))
	key := []uint32{uint32(size)}
	if size>>32 > 0 {
		key = append(key, uint32(size>>32))
	}
	s := &m.state
	s[0] = 19650218
	for i := 1; i < 624; i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + uint32(i)
	}
	i := 1
	advance := func() {
		if i++; i == 624 {
			s[0], i = s[623], 1
		}
	}
	for k := range 624 {
		j := k % len(key)
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		advance()
	}
	for range 623 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		advance()
	}
	s[0] = 1 << 31
	m.at, m.nextGauss = 624, nil
}

func (m *mersenne) next() uint32 {
	if m.at == 624 {
		for i := range m.state {
			y := m.state[i]&(1<<31) | m.state[(i+1)%624]&(1<<31-1)
			m.state[i] = m.state[(i+397)%624] ^ y>>1 ^ y&1*0x9908b0df
		}
		m.at = 0
	}
	y := m.state[m.at]
	m.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// Bits gives a number of so many bits.
func (m *mersenne) Bits(count int) int {
	if count <= 32 {
		return int(m.next() >> (32 - count))
	}
	low := int(m.next())
	return low | int(m.next()>>(64-count))<<32
}

// Intn gives a number from 0 to n-1.
func (m *mersenne) Intn(n int) int {
	if n <= 0 {
		panic("empty range for a random number")
	}
	count := bits.Len(uint(n))
	number := m.Bits(count)
	for number >= n {
		number = m.Bits(count)
	}
	return number
}

// Float64 gives a number from 0 to 1.
func (m *mersenne) Float64() float64 {
	high, low := m.next()>>5, m.next()>>6
	return (float64(high)*(1<<26) + float64(low)) / (1 << 53)
}

// Shuffle puts n items into another order.
func (m *mersenne) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, m.Intn(i+1))
	}
}`,
  },
  seeded: {
    needs: ['mersenne'],
    text: `// seeded gives the random numbers of the whole program.
var seeded = newMersenne(0)`,
  },
  gauss: {
    imports: ['math'],
    needs: ['mersenne'],
    text: `// gauss gives a number of a normal distribution. Two come at a time; one is kept for the next call.
func gauss(m *mersenne, mu, sigma float64) float64 {
	var z float64
	if m.nextGauss != nil {
		z, m.nextGauss = *m.nextGauss, nil
	} else {
		angle := m.Float64() * 2 * math.Pi
		radius := math.Sqrt(-2 * math.Log(1-m.Float64()))
		other := math.Sin(angle) * radius
		z, m.nextGauss = math.Cos(angle)*radius, &other
	}
	return mu + z*sigma
}`,
  },
  normal: {
    imports: ['math'],
    needs: ['mersenne'],
    text: `// normal gives a number of a normal distribution.
func normal(m *mersenne, mu, sigma float64) float64 {
	for {
		first, second := m.Float64(), 1-m.Float64()
		z := 4 * math.Exp(-0.5) / math.Sqrt2 * (first - 0.5) / second
		if z*z/4 <= -math.Log(second) {
			return mu + z*sigma
		}
	}
}`,
  },
  sampled: {
    imports: ['math', 'slices'],
    text: `// sampled gives so many of the items, each at most once.
func sampled[T any](intn func(int) int, items []T, count int) []T {
	n, limit := len(items), 21
	if count < 0 || count > n {
		panic("Sample larger than population or is negative")
	}
	if count > 5 {
		limit += 1 << (2 * int(math.Ceil(math.Log(float64(count*3))/math.Log(4))))
	}
	result := make([]T, count)
	if n <= limit {
		pool := slices.Clone(items)
		for i := range result {
			j := intn(n - i)
			result[i], pool[j] = pool[j], pool[n-i-1]
		}
		return result
	}
	taken := map[int]bool{}
	for i := range result {
		j := intn(n)
		for taken[j] {
			j = intn(n)
		}
		taken[j] = true
		result[i] = items[j]
	}
	return result
}`,
  },
  chosen: {
    imports: ['sort'],
    text: `// chosen gives so many of the items, each as often as its weight says; without weights all are alike.
func chosen[T any](random func() float64, items []T, weights []float64, count int) []T {
	result := make([]T, count)
	total := 0.0
	var sums []float64
	for _, weight := range weights {
		total += weight
		sums = append(sums, total)
	}
	for i := range result {
		if sums == nil {
			result[i] = items[int(random()*float64(len(items)))]
			continue
		}
		limit := random() * total
		result[i] = items[sort.Search(len(sums)-1, func(i int) bool { return sums[i] > limit })]
	}
	return result
}`,
  },
};
