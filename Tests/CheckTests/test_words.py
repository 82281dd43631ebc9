"""Names, sizes and words: each rule finds what breaks it, names the place, and leaves good code alone."""

from made_up_trees import RuleTests
from rules import names, text


class NameRules(RuleTests):
    def test_names_that_say_nothing_are_named(self):
        bad = {
            "Sources/Plans/AimHelper.swift": "struct Aim {}\n",
            "Sources/Common/Aim.swift": "struct Aim {}\n",
            "Sources/Plans/Aim.swift": "\nfinal class PlanService {}\n",
        }
        places = ["Sources/Common/Aim.swift:1", "Sources/Plans/Aim.swift:2", "Sources/Plans/AimHelper.swift:1"]
        self.assert_broken(names.names_say_something, bad, *places)

    def test_words_that_only_contain_such_a_word_are_left_alone(self):
        good = {"Sources/Markdown/CommonMark.swift": "struct Sharedness {}\nstruct Encore {}\nclass func helper() {}\n"}
        self.assert_held(names.names_say_something, good)

    def test_a_public_type_without_a_sentence_is_named(self):
        bad = {"Sources/Plans/Aim.swift": "@frozen\npublic struct Aim {}\n"}
        self.assert_broken(names.public_types_say_what_they_are, bad, "Sources/Plans/Aim.swift:2")
        good = "/// What a plan wants to reach.\n@frozen\npublic struct Aim {}\nstruct Draft {}\n"
        self.assert_held(names.public_types_say_what_they_are, {"Sources/Plans/Aim.swift": good})

    def test_a_long_file_is_named(self):
        bad = {"Sources/Plans/Aim.swift": "\n" * 301}
        self.assert_broken(names.files_are_short, bad, "Sources/Plans/Aim.swift:301")
        self.assert_held(names.files_are_short, {"Sources/Plans/Aim.swift": "\n" * 300, "docs/plan.md": "\n" * 900})

    def test_a_long_function_is_named(self):
        long = (
            "protocol P {\n    func aim() -> Int\n}\nfunc aim(\n    at: Int\n) async throws -> [Int] {\n"
            + "    x()\n" * 41
            + "}\n"
        )
        self.assert_broken(names.functions_are_short, {"Sources/Plans/Aim.swift": long}, "Sources/Plans/Aim.swift:4")
        short = "init?(a: () -> Void = { }) {\n" + '    "}"\n' * 40 + "}\n"
        self.assert_held(names.functions_are_short, {"Sources/Plans/Aim.swift": short})


class TextRules(RuleTests):
    def assert_line_refused(self, rule, line, path="Sources/Plans/Aim.swift"):
        self.assert_broken(rule, {path: f"\n{line}\n"}, f"{path}:2")

    def assert_line_held(self, rule, line, path="Sources/Plans/Aim.swift"):
        self.assert_held(rule, {path: f"\n{line}\n"})

    def test_unfinished_work_is_named(self):
        self.assert_line_refused(text.nothing_is_left_unfinished, "// TO" + "DO later", "docs/plan.md")
        self.assert_line_held(text.nothing_is_left_unfinished, "the method todos()", "docs/plan.md")

    def test_a_place_on_one_machine_is_named(self):
        for place in ("/tm" + "p/x", "cd /op" + "t", "/hom" + "e/ada/plans"):
            self.assert_line_refused(text.no_machine_is_named, place, "bin/run")
        for place in ('"/home"', "/usr/bin/python3", "https://example.org/work/", "../work/x", "/work-plan"):
            self.assert_line_held(text.no_machine_is_named, place, "bin/run")

    def test_a_registry_is_named(self):
        self.assert_line_refused(text.no_machine_is_named, "https://py" + "pi.org/simple", "docs/plan.md")

    def test_a_file_without_its_last_newline_is_named(self):
        rule = text.files_end_in_one_newline
        self.assert_broken(rule, {"docs/plan.md": "a\nb"}, "docs/plan.md:2")
        self.assert_broken(rule, {"docs/plan.md": "a\n\n"}, "docs/plan.md:2")
        self.assert_held(rule, {"docs/plan.md": "a\nb\n"})

    def test_inline_script_and_style_are_named(self):
        for line in (
            r'let a: HTML = "<p style=\"color: red\">"',
            r'let a: HTML = "<button onclick=\"go()\">"',
            'let a: HTML = "<script>go()</script>"',
            'let a: HTML = #"<a href="javascript:go()">"#',
            r'let a: HTML = "<p style=\"\(colour)\">"',
        ):
            self.assert_line_refused(text.pages_hold_no_inline_code, line)

    def test_linked_script_and_words_about_style_are_left_alone(self):
        for line in (
            r'let a: HTML = "<script type=\"module\" src=\"\(address)\"></script>"',
            "let a = \"script-src 'self'; style-src 'self'\"",
            r'let a: HTML = "<link rel=\"stylesheet\" data-style=\"a\">"',
        ):
            self.assert_line_held(text.pages_hold_no_inline_code, line)

    def test_traps_are_named(self):
        for line in ("let a = try! b()", "let a = b as! C", "fatalError()"):
            self.assert_line_refused(text.nothing_traps, line)
        self.assert_line_held(text.nothing_traps, 'let a = try? b() // never try!, nor "fatalError()"')

    def test_printing_outside_the_program_is_named(self):
        self.assert_line_refused(text.only_the_program_prints, 'print("hello")')
        for line in ("press.print(pack)", "func print(_ pack: Pack) async {", "await print(pack)"):
            self.assert_line_held(text.only_the_program_prints, line)
        self.assert_line_held(text.only_the_program_prints, 'print("hello")', "Sources/frankpledge/Terminal.swift")

    def test_an_unchecked_promise_without_its_reason_is_named(self):
        rule = text.unchecked_promises_say_why
        promise = "final class Lane: @unchecked Sendable {}"
        self.assert_line_refused(rule, promise)
        self.assert_line_held(rule, f"// One thread alone touches it.\n{promise}")

    def test_a_date_in_the_machine_s_own_zone_is_named(self):
        rule = text.dates_are_told_their_zone
        for line in [
            "let calendar = Calendar(identifier: .gregorian)",
            "let zone = TimeZone.current",
            "let words = DateFormatter()",
            "let style = Date.FormatStyle()",
        ]:
            self.assert_line_refused(rule, line)
        self.assert_line_held(rule, "let parts = Calendar.london.dateComponents([.year], from: time)")

    def test_a_sleeping_test_is_named(self):
        self.assert_line_refused(
            text.tests_never_sleep, "try await Task.sl" + "eep(for: wait)", "Tests/PlansTests/AimTests.swift"
        )
        self.assert_line_held(text.tests_never_sleep, "await server.isReady()", "Tests/PlansTests/AimTests.swift")
