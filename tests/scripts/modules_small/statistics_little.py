import statistics as s
from fractions import Fraction

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(
    s.mean(data), s.median(data), s.mode(data), s.pstdev(data), s.stdev(data), s.pvariance(data),
    s.variance([1, 2, 3, 4]),
)
print(
    s.mean([1, 2]), s.mean([1.5, 2.5]), s.median([3, 1, 2]), s.median_low([1, 2, 3, 4]),
    s.median_high([1, 2, 3, 4]), s.multimode("aabbc"), s.fmean([1, 2, 3]), s.geometric_mean([1, 4]),
    s.harmonic_mean([40, 60]),
)
try:
    s.mean([])
except s.StatisticsError as error:
    print(error)
try:
    s.stdev([1])
except s.StatisticsError as error:
    print(error)
print(s.quantiles([1, 2, 3, 4, 5], n=4))
