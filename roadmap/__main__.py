"""`python -m roadmap` is the `roadmap` command."""

from roadmap.cli import main

if __name__ == "__main__":
    main()
