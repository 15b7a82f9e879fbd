"""Gates: tests about the codebase. `reading` needs no database and is part of `make check`; `running` asks the product.

A gate is a plain function that lists what it finds. One test shows that the codebase has none of it, another plants a
violation and shows that it is caught. When a gate fails, mend the code; an exception needs an ADR.
"""
