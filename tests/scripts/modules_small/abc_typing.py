from abc import ABC, abstractmethod
from typing import Any, Callable, Dict, Generic, Iterable, List, NamedTuple
from typing import Optional, Protocol, Tuple, TypeVar, Union


class Shape(ABC):
    @abstractmethod
    def area(self) -> float:
        ...

    @property
    @abstractmethod
    def name(self): ...

    def show(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self):
        return self.side ** 2

    name = property(lambda self: "square")


class Half(Shape):
    def area(self):
        return 1


print(Square(3).show(), isinstance(Square(1), Shape), Shape.__abstractmethods__ == {"area", "name"})
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


def first(items: List[T], default: Optional[T] = None) -> Optional[T]:
    return items[0] if items else default


def run(
    f: Callable[[int], str], table: Dict[str, Tuple[int, ...]], x: Union[int, str, None] = 5,
    *args: Any,
) -> "Box[int]":
    y: int = 3
    z: "undefined name"
    return Box(y)


print(Box[int](5).item, first([1, 2]), first([]), run(str, {}).item)
print(
    Optional[int], List[int], Union[int, str], Dict[str, int], list[int], dict[str, list],
    int | None, Tuple[int, ...], Callable[[int], str],
)


class Employee(NamedTuple):
    name: str
    age: int = 3


print(Employee("Al"), Employee("B", 4).age, Employee.__annotations__["name"].__name__)


class Quacks(Protocol):
    def quack(self) -> str: ...


x: int
try:
    x
except NameError as error:
    print(error)
n: int = "not checked"
print(n, run.__annotations__["return"], isinstance(5, int | str))
