"""The command line: a module for each command; it reads arguments and prints, nothing else."""


def main() -> None:
    """Run `octavo`."""
