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
    text: `// mean gives the average of the numbers.
func mean(numbers []float64) float64 {
	if len(numbers) == 0 {
		panic("mean requires at least one data point")
	}
	total := 0.0
	for _, n := range numbers {
		total += n
	}
	return total / float64(len(numbers))
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
  squares: {
    needs: ['mean'],
    text: `// squares adds up the squares of the distances from the mean.
func squares(numbers []float64) float64 {
	average, total := mean(numbers), 0.0
	for _, n := range numbers {
		total += (n - average) * (n - average)
	}
	return total
}`,
  },
  variance: {
    needs: ['squares'],
    text: `// variance gives the mean square of the distances from the mean.
func variance(numbers []float64) float64 {
	return squares(numbers) / float64(len(numbers))
}`,
  },
  sampleVariance: {
    needs: ['squares'],
    text: `// sampleVariance gives the variance that a sample tells of.
func sampleVariance(numbers []float64) float64 {
	if len(numbers) < 2 {
		panic("variance requires at least two data points")
	}
	return squares(numbers) / float64(len(numbers)-1)
}`,
  },
  deviation: {
    imports: ['math'],
    needs: ['variance'],
    text: `// deviation gives the standard deviation.
func deviation(numbers []float64) float64 {
	return math.Sqrt(variance(numbers))
}`,
  },
  sampleDeviation: {
    imports: ['math'],
    needs: ['sampleVariance'],
    text: `// sampleDeviation gives the standard deviation that a sample tells of.
func sampleDeviation(numbers []float64) float64 {
	return math.Sqrt(sampleVariance(numbers))
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
