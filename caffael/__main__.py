"""`python -m caffael` is the command `caffael`."""

from caffael.cli import main

if __name__ == "__main__":
    main()
