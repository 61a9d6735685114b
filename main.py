"""Opens the board at its title screen; the same as the command `caffael` without arguments."""

from caffael.cli import main

if __name__ == "__main__":
    main()
