# The libraries that only the playground needs; see packages.cmake.
