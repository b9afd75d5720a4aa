"""Running many random steps in a folder of their own."""
import os
import sys
import tempfile


def run_in_new_folder(prefix, seed, run):
    """Runs in a folder that is removed again. Ends the program with 1 if an assertion fails, and says which seed it was."""
    with tempfile.TemporaryDirectory(prefix=prefix) as folder:
        os.chdir(folder)
        try:
            run()
        except AssertionError as error:
            sys.exit(f"seed {seed}: {error}")
        finally:
            os.chdir("/")
