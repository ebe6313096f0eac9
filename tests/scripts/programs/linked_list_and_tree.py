class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            last = self.head
            while last.next:
                last = last.next
            last.next = node
        self.size += 1

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before

    def remove(self, value):
        before, node = None, self.head
        while node and node.value != value:
            before, node = node, node.next
        if node is None:
            raise ValueError(f"{value!r} not in list")
        if before:
            before.next = node.next
        else:
            self.head = node.next
        self.size -= 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if not 0 <= index < self.size:
            raise IndexError("list index out of range")
        for i, value in enumerate(self):
            if i == index:
                return value

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "(empty)"


items = LinkedList("abcd")
items.reverse()
items.remove("c")
print(items, len(items), items[1], "b" in items, list(items), LinkedList())
for attempt in (lambda: items.remove("z"), lambda: items[9]):
    try:
        attempt()
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key, value=None):
        def put(node):
            if node is None:
                return {"key": key, "value": value, "left": None, "right": None}
            if key == node["key"]:
                node["value"] = value
            else:
                side = "left" if key < node["key"] else "right"
                node[side] = put(node[side])
            return node
        self.root = put(self.root)

    def walk(self):
        def visit(node):
            if node:
                yield from visit(node["left"])
                yield node["key"], node["value"]
                yield from visit(node["right"])
        yield from visit(self.root)

    def depth(self):
        def deep(node):
            return 0 if node is None else 1 + max(deep(node["left"]), deep(node["right"]))
        return deep(self.root)


t = Tree()
for i, word in enumerate("the quick brown fox jumps over the lazy dog".split()):
    t.insert(word, i)
print(list(t.walk()), t.depth())
