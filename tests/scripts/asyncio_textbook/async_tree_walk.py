import asyncio
from dataclasses import dataclass, field
@dataclass
class Node:
    name: str
    children: list["Node"] = field(default_factory=list)
async def walk(node, depth=0):
    await asyncio.sleep(0)
    yield depth, node.name
    for child in node.children:
        async for item in walk(child, depth + 1):
            yield item
async def main():
    tree = Node("root", [Node("a", [Node("a1"), Node("a2")]), Node("b"), Node("c", [Node("c1")])])
    async for depth, name in walk(tree):
        print("  " * depth + name)
    print([name async for depth, name in walk(tree) if depth == 2])
    print({name: depth async for depth, name in walk(tree)})
    first = await anext(walk(tree))
    print(first)
asyncio.run(main())
