"""Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__all__ = [
    "heappush",
    "heappop",
    "heapify",
    "heapreplace",
    "merge",
    "nlargest",
    "nsmallest",
    "heappushpop",
]


def _check(heap, where):
    if not isinstance(heap, list):
        raise TypeError(f"{where} must be list, not {type(heap).__name__}")


def heappush(heap, item, /):
    try:
        heap.append(item)
    except AttributeError:
        _check(heap, "heappush() argument 1")
        raise
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        _check(heap, "heappop() argument")
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x, /):
    _check(x, "heapify() argument")
    for place in reversed(range(len(x) // 2)):
        _sink(x, place)


# The item at `place` goes up until its parent is not greater.
def _rise(heap, top, place):
    item = heap[place]
    while place > top:
        above = (place - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[place] = parent
        place = above
    heap[place] = item


# The smaller child moves up all the way to a leaf; then the item rises to where it belongs: fewer
# comparisons than looking at it on the way down.
def _sink(heap, place):
    end = len(heap)
    top = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


def merge(*iterables, key=None, reverse=False):
    # The order of the iterables decides between equal items.
    class Head:
        def __init__(self, key, order, item, iterator):
            self.key = key
            self.order = order
            self.item = item
            self.iterator = iterator

        def __lt__(self, other):
            if reverse:
                if other.key < self.key:
                    return True
                return not self.key < other.key and self.order < other.order
            if self.key < other.key:
                return True
            return not other.key < self.key and self.order < other.order

    heads = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            heads.append(Head(item if key is None else key(item), order, item, iterator))
            break
    heapify(heads)
    while heads:
        head = heads[0]
        yield head.item
        for item in head.iterator:
            head.item = item
            head.key = item if key is None else key(item)
            _sink(heads, 0)
            break
        else:
            heappop(heads)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]
