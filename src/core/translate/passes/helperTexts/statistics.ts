/** Statistics of numbers. */
import type { HelperText } from './helperText';

export const statistics: Record<string, HelperText> = {
  floatsOf: {
    text: `// floatsOf gives whole numbers as floats.
func floatsOf(numbers []int) []float64 {
	floats := make([]float64, len(numbers))
	for i, n := range numbers {
		floats[i] = float64(n)
	}
	return floats
}`,
  },
  mean: {
    needs: ['exactMean'],
    text: `// mean gives the average of the numbers.
func mean(numbers []float64) float64 {
	average, _ := exactMean(numbers).Float64()
	return average
}`,
  },
  floatMean: {
    needs: ['exactSum'],
    text: `// floatMean gives the average of the numbers as floats.
func floatMean(numbers []float64) float64 {
	return exactSum(numbers) / float64(len(numbers))
}`,
  },
  exactMean: {
    imports: ['math/big'],
    text: `// exactMean gives the average of the numbers as a fraction.
func exactMean(numbers []float64) *big.Rat {
	if len(numbers) == 0 {
		panic("mean requires at least one data point")
	}
	total := new(big.Rat)
	for _, n := range numbers {
		total.Add(total, new(big.Rat).SetFloat64(n))
	}
	return total.Quo(total, new(big.Rat).SetInt64(int64(len(numbers))))
}`,
  },
  median: {
    imports: ['slices'],
    text: `// median gives the number in the middle, or the mean of the two that are there.
func median(numbers []float64) float64 {
	if len(numbers) == 0 {
		panic("no median for empty data")
	}
	sorted := slices.Sorted(slices.Values(numbers))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}`,
  },
  spread: {
    imports: ['math/big'],
    needs: ['exactMean'],
    text: `// spread adds up the squares of the distances from the mean and divides them by a number; it is exact.
func spread(numbers []float64, by int) *big.Rat {
	if by < 1 {
		panic("variance requires more data points")
	}
	average, total := exactMean(numbers), new(big.Rat)
	for _, n := range numbers {
		distance := new(big.Rat).SetFloat64(n)
		distance.Sub(distance, average)
		total.Add(total, distance.Mul(distance, distance))
	}
	return total.Quo(total, new(big.Rat).SetInt64(int64(by)))
}`,
  },
  variance: {
    needs: ['spread'],
    text: `// variance gives the mean square of the distances from the mean.
func variance(numbers []float64) float64 {
	result, _ := spread(numbers, len(numbers)).Float64()
	return result
}`,
  },
  sampleVariance: {
    needs: ['spread'],
    text: `// sampleVariance gives the variance that a sample tells of.
func sampleVariance(numbers []float64) float64 {
	result, _ := spread(numbers, len(numbers)-1).Float64()
	return result
}`,
  },
  root: {
    imports: ['math/big'],
    text: `// root gives the square root of a fraction.
func root(of *big.Rat) float64 {
	result, _ := new(big.Float).SetPrec(200).SetRat(of).Float64()
	if result != 0 {
		result, _ = new(big.Float).Sqrt(new(big.Float).SetPrec(200).SetRat(of)).Float64()
	}
	return result
}`,
  },
  deviation: {
    needs: ['root', 'spread'],
    text: `// deviation gives the standard deviation.
func deviation(numbers []float64) float64 {
	return root(spread(numbers, len(numbers)))
}`,
  },
  sampleDeviation: {
    needs: ['root', 'spread'],
    text: `// sampleDeviation gives the standard deviation that a sample tells of.
func sampleDeviation(numbers []float64) float64 {
	return root(spread(numbers, len(numbers)-1))
}`,
  },
  quantiles: {
    imports: ['slices'],
    text: `// quantiles gives the points that divide the numbers into n groups of the same size.
func quantiles(numbers []float64, n int, inclusive bool) []float64 {
	sorted := slices.Sorted(slices.Values(numbers))
	size := len(sorted) + 1
	if inclusive {
		size = len(sorted) - 1
	}
	result := make([]float64, 0, n-1)
	for i := 1; i < n; i++ {
		at := i * size / n
		if !inclusive {
			at = min(max(at, 1), len(sorted)-1) - 1
		}
		rest := i*size - at*n
		if !inclusive {
			rest -= n
		}
		result = append(result, (sorted[at]*float64(n-rest)+sorted[at+1]*float64(rest))/float64(n))
	}
	return result
}`,
  },
  weightedMean: {
    needs: ['exactSum'],
    text: `// weightedMean gives the average of numbers that count more or less.
func weightedMean(numbers, weights []float64) float64 {
	products := make([]float64, len(numbers))
	for i, n := range numbers {
		products[i] = n * weights[i]
	}
	return exactSum(products) / exactSum(weights)
}`,
  },
  harmonicMean: {
    imports: ['math/big'],
    text: `// harmonicMean gives the reciprocal of the mean of the reciprocals.
func harmonicMean(numbers []float64) float64 {
	total := new(big.Rat)
	for _, n := range numbers {
		total.Add(total, new(big.Rat).Inv(new(big.Rat).SetFloat64(n)))
	}
	result, _ := total.Quo(new(big.Rat).SetInt64(int64(len(numbers))), total).Float64()
	return result
}`,
  },
  medianLow: {
    imports: ['cmp', 'slices'],
    text: `// medianLow gives the value in the middle, or the lower of the two that are there.
func medianLow[T cmp.Ordered](values []T) T {
	return slices.Sorted(slices.Values(values))[(len(values)-1)/2]
}`,
  },
  medianHigh: {
    imports: ['cmp', 'slices'],
    text: `// medianHigh gives the value in the middle, or the higher of the two that are there.
func medianHigh[T cmp.Ordered](values []T) T {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}`,
  },
  modes: {
    text: `// modes gives the values that are there most often, in the order in which they came.
func modes[T comparable](values []T) []T {
	counts, most := map[T]int{}, 0
	for _, value := range values {
		counts[value]++
		most = max(most, counts[value])
	}
	result := []T{}
	for _, value := range values {
		if counts[value] == most {
			result = append(result, value)
			counts[value] = 0
		}
	}
	return result
}`,
  },
  mode: {
    needs: ['modes'],
    text: `// mode gives the value that is there most often; the first of several.
func mode[T comparable](values []T) T {
	return modes(values)[0]
}`,
  },
};
