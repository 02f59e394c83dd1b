"""Scores the columns of a folder by qcut and by our rule; prints the milliseconds of each pass and the counts of our rule."""
import json
import statistics
import sys
import time

import numpy as np
import pandas as pd

folder, repeats = sys.argv[1], int(sys.argv[2])
kinds = {'lastPaidOn': np.int32, 'frequency': np.uint32, 'monetary': np.float64, 'market': np.float64}
payers = pd.DataFrame({name: np.fromfile(f'{folder}/{name}.bin', kind) for name, kind in kinds.items()})


def by_qcut(column):
    return pd.qcut(column, 5, labels=False, duplicates='drop')


def by_rule(column):
    known = column.count()
    if known < 2:
        return column.notna() * 4
    worse = column.rank(method='min') - 1
    score = np.maximum(1, -(-5 * worse // (known - 1)))
    return score.mask(column == column.max(), 5) - 1


def counted(score):
    r, f, m, p = (score(payers[name]) for name in kinds)
    cells = (r * 25 + f * 5 + m).value_counts()
    return cells, p.value_counts()


def timed(score):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        counts = counted(score)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), counts


qcut, _ = timed(by_qcut)
rule, (cells, population) = timed(by_rule)
listed = lambda counts, size: [int(counts.get(place, 0)) for place in range(size)]
print(json.dumps({
    'version': pd.__version__,
    'qcut': qcut,
    'rule': rule,
    'cells': listed(cells, 125),
    'population': listed(population, 5),
}))
