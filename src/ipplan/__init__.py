"""ipplan: plans as source code, compiled to Chinese official documents."""

__version__ = "0.1.0"
