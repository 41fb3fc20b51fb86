"""``python -m headquarters``: the command line of a headquarters."""

from headquarters.cli import main

if __name__ == "__main__":
    main()
