"""Building blocks for iterators."""


class count:
    """Numbers from a start on, for ever."""

    __tp_name__ = "itertools.count"
    def __init__(self, start=0, step=1):
        if not hasattr(type(start), "__add__") or isinstance(start, (str, list, tuple)):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class repeat:
    """The same object again and again, or so many times."""

    __tp_name__ = "itertools.repeat"
    def __init__(self, object, times=None):
        if times is not None and not isinstance(times, int):
            raise TypeError(f"'{type(times).__name__}' object cannot be interpreted as an integer")
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


# The functions below check their arguments at once, as CPython's do, and leave the rest to
# generators.


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(iterator):
    kept = []
    for item in iterator:
        yield item
        kept.append(item)
    while kept:
        for item in kept:
            yield item


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


class chain:
    """The items of several iterables, one after the other."""

    __tp_name__ = "itertools.chain"
    def __new__(cls, *iterables):
        return _chain(iterables)

    @classmethod
    def from_iterable(cls, iterables, /):
        return _chain(iterables)


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, selector in zip(data, selectors):
        if selector:
            yield item


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            break
        yield item


def filterfalse(function, iterable, /):
    return _filterfalse(function, iter(iterable))


def _filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item


def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        bound = "least 2" if len(args) < 1 else "most 4"
        raise TypeError(f"islice expected at {bound} arguments, got {len(args) + 1}")
    start, stop, step = 0, args[0], 1
    if len(args) > 1:
        start, stop = args[0], args[1]
        if len(args) == 3:
            step = args[2]
        start = 0 if start is None else start
        step = 1 if step is None else step
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        if len(args) == 1:
            raise ValueError(
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            )
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(start, int) or start < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, wanted, stop, step):
    if stop is not None and wanted >= stop:
        # What stands before `stop` is used up even so.
        for _ in zip(range(stop), iterator):
            pass
        return
    place = 0
    if wanted == 0 and step == 1:
        if type(iterator) is count and stop is not None:
            # Numbers need no call of their own.
            while place < stop:
                item = iterator._next
                iterator._next = item + iterator._step
                yield item
                place += 1
            return
        for item in iterator:
            yield item
            place += 1
            if place == stop:
                return
        return
    for item in iterator:
        if place == wanted:
            yield item
            wanted += step
        place += 1
        if stop is not None and (wanted >= stop and place >= stop or place >= stop):
            return


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for arguments in iterator:
        yield function(*arguments)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    link = [None, None]
    return tuple([_tee(iterator, link) for _ in range(n)])


# Each link holds an item and the next link, which is filled by whoever comes first.
def _tee(iterator, link):
    while True:
        if link[1] is None:
            for item in iterator:
                link[0] = item
                link[1] = [None, None]
                break
            else:
                return
        item, link = link
        yield item


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    live = len(iterators)
    while live:
        row = []
        for i in range(len(iterators)):
            value = fillvalue
            if iterators[i] is not None:
                for value in iterators[i]:
                    break
                else:
                    live -= 1
                    iterators[i] = None
                    value = fillvalue
                    if not live:
                        return
            row.append(value)
        yield tuple(row)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    for pool in pools:
        if not pool:
            return
    if not pools:
        yield ()
        return
    if len(pools) == 2:
        first, second = pools
        for a in first:
            for b in second:
                yield a, b
        return
    # The last pool is walked by a loop of its own, the others like an odometer's wheels.
    last = pools.pop()
    places = [0] * len(pools)
    while True:
        head = tuple([pools[i][places[i]] for i in range(len(pools))])
        for item in last:
            yield head + (item,)
        i = len(pools) - 1
        while i >= 0:
            places[i] += 1
            if places[i] < len(pools[i]):
                break
            places[i] = 0
            i -= 1
        if i < 0:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    chosen = []
    used = [False] * n
    # Depth first, by place: `chosen` holds the places taken so far.
    start = 0
    while True:
        if len(chosen) == r:
            yield tuple([pool[i] for i in chosen])
            if not chosen:
                return
            start = chosen.pop()
            used[start] = False
            start += 1
        while start < n and used[start]:
            start += 1
        if start < n:
            chosen.append(start)
            used[start] = True
            start = 0
        elif chosen:
            start = chosen.pop()
            used[start] = False
            start += 1
        else:
            return


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(tuple(iterable), r, 1)


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(tuple(iterable), r, 0)


# Ascending places, each at least `apart` above the one before. The last of them has a loop of its own.
def _combinations(pool, r, apart):
    n = len(pool)
    if apart and r > n or r and not n:
        return
    if r == 0:
        yield ()
        return
    if r == 2:
        for i in range(n):
            a = pool[i]
            for j in range(i + apart, n):
                yield a, pool[j]
        return
    if r == 3:
        for i in range(n):
            a = pool[i]
            for j in range(i + apart, n):
                b = pool[j]
                for k in range(j + apart, n):
                    yield a, b, pool[k]
        return
    places = [i * apart for i in range(r - 1)]
    while True:
        head = tuple([pool[i] for i in places])
        for i in range(places[-1] + apart if places else 0, n):
            yield head + (pool[i],)
        i = r - 2
        while i >= 0 and places[i] == n - 1 - (r - 1 - i) * apart:
            i -= 1
        if i < 0:
            return
        place = places[i] + 1
        for j in range(i, r - 1):
            places[j] = place + (j - i) * apart


class groupby:
    """Runs of items with the same key, as (key, iterator) pairs."""

    __tp_name__ = "itertools.groupby"
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._function = key
        self._item = None
        self._key = None
        self._group = None
        self._has_item = False
        self._ended = False

    def __iter__(self):
        return self

    def _advance(self):
        for item in self._iterator:
            self._item = item
            self._key = item if self._function is None else self._function(item)
            self._has_item = True
            return True
        self._has_item = False
        self._ended = True
        return False

    def __next__(self):
        old = self._group
        self._group = group = object()
        if not self._has_item and (self._ended or not self._advance()):
            raise StopIteration
        if old is not None:
            # What is left of the group before is skipped.
            while self._key == self._target:
                if not self._advance():
                    raise StopIteration
        self._target = key = self._key
        return key, self._items(group, key)

    def _items(self, group, key):
        while self._group is group and self._has_item and self._key == key:
            item = self._item
            self._has_item = self._advance()
            yield item
