"""Run the command line as ``python -m ipplan``."""

from ipplan.cli import main

if __name__ == "__main__":
    main()
