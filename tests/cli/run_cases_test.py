#!/usr/bin/env python3
"""Tests of the case runner: a runner that passes everything would be worse than none."""
import tempfile
import unittest
from pathlib import Path

import run_cases


class RunnerTest(unittest.TestCase):
    def run_case(self, text):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "x.case"
            path.write_text(text, encoding="utf-8")
            return run_cases.Runner("/bin/true", "/nonexistent").run(path)

    def assert_fails(self, text):
        with self.assertRaises(run_cases.CaseError):
            self.run_case(text)

    def test_what_is_as_expected_passes(self):
        self.assertEqual("passed", self.run_case("$ echo a; echo b; echo c >&2; exit 3\nexit 3\n> a\n>~ [b]\n2> c\n"))

    def test_another_exit_code_fails(self):
        self.assert_fails("$ exit 1\n")
        self.assert_fails("$ true\nexit 1\n")

    def test_output_that_nothing_is_said_of_fails(self):
        self.assert_fails("$ echo a\n")
        self.assert_fails("$ echo a >&2\n")

    def test_lines_are_compared_whole_and_all(self):
        self.assert_fails("$ echo abc\n> ab\n")
        self.assert_fails("$ echo abc\n>~ ab\n")
        self.assert_fails("$ echo a; echo b\n> a\n")
        self.assert_fails("$ echo a\n> a\n> b\n")

    def test_dots_stand_for_any_lines(self):
        self.run_case("$ seq 9\n>...\n> 5\n>...\n> 9\n>...\n")
        self.assert_fails("$ seq 9\n>...\n> 5\n")

    def test_forbidden_patterns_fail(self):
        self.run_case("$ echo abc\nno> x\n")
        self.assert_fails("$ echo abc\nno> b\n")
        self.assert_fails("$ echo abc >&2\nno2> b\n")

    def test_json_values(self):
        command = "$ echo '{\"a\": [{\"b\": \"xy\"}], \"n\": 3}'\n"
        self.run_case(command + 'json .a[0].b == "xy"\njson .a.length == 1\njson .n >= 3\njson .a[0].b ~ ^x\njson .c == null\n')
        for wrong in ('.a[0].b == "x"', ".n >= 4", ".n <= 2", ".n != 3", ".a[0].b ~ ^y", ".a.length == 2", ".c == 1"):
            self.assert_fails(command + f"json {wrong}\n")
        self.assert_fails("$ echo no json\njson .a == 1\n")

    def test_setup_that_fails_fails_the_case(self):
        self.assert_fails("| false\n$ true\n")

    def test_a_line_of_no_kind_or_no_command_fails(self):
        self.assert_fails("$ true\nexpect a\n")
        self.assert_fails("# nothing\n")

    def test_a_missing_program_skips(self):
        self.assertTrue(self.run_case("needs no-such-program-anywhere\n$ true\n").startswith("skipped"))


if __name__ == "__main__":
    unittest.main()
