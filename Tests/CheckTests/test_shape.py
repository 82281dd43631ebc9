"""What may know what: each rule finds what breaks it, names the place, and leaves good code alone."""

from made_up_trees import TARGETS, RuleTests
from rules import migrations, modules, sql


class ModuleRules(RuleTests):
    def test_a_target_that_the_table_does_not_know_is_named(self):
        self.assert_broken(modules.targets_are_known, {}, "Package.swift:1", targets={"Parking": []})
        self.assert_held(modules.targets_are_known, {}, targets={"Plans": [], "CArgon2": []})

    def test_a_capability_may_not_depend_on_another(self):
        rule = modules.dependencies_point_down
        self.assert_broken(rule, {}, "Package.swift:1", targets={"Plans": ["Grants"], "Grants": []})
        self.assert_held(rule, {}, targets=TARGETS)

    def test_what_is_below_may_not_depend_on_what_is_above(self):
        rule = modules.dependencies_point_down
        self.assert_broken(rule, {}, "Package.swift:1", targets={"Statistics": ["Storage"], "Storage": []})
        self.assert_broken(rule, {}, "Package.swift:1", targets={"PublicSite": ["Plans"], "Plans": []})

    def test_only_storage_knows_the_engine(self):
        self.assert_broken(modules.dependencies_point_down, {}, "Package.swift:1", targets={"Plans": ["GRDB"]})

    def test_system_libraries_stay_below_the_capabilities(self):
        rule = modules.dependencies_point_down
        self.assert_broken(rule, {}, "Package.swift:1", targets={"Plans": ["CArchive"], "CArchive": []})
        self.assert_held(rule, {}, targets={"DataFiles": ["CArchive"], "CArchive": []})

    def test_an_import_across_or_up_is_named_with_its_line(self):
        files = {"Sources/Plans/Aim.swift": "import Foundation\n@testable import struct Grants.Bid\n"}
        self.assert_broken(modules.imports_point_down, files, "Sources/Plans/Aim.swift:2")

    def test_an_import_that_the_package_does_not_declare_is_named(self):
        files = {"Sources/Grants/Bid.swift": "import Statistics\n"}
        self.assert_broken(modules.imports_point_down, files, "Sources/Grants/Bid.swift:1")

    def test_imports_in_comments_and_text_count_for_nothing(self):
        words = '// import Grants\nlet text = """\n    import Grants\n    """\nimport Statistics\n'
        self.assert_held(modules.imports_point_down, {"Sources/Plans/Aim.swift": words})


class SQLRules(RuleTests):
    MIGRATIONS = {
        "Sources/Storage/EntryMigrations.swift": 'let a: SQL = "CREATE TABLE kept_file (id)"\n',
        "Sources/Membership/Migrations.swift": 'let a: SQL = "CREATE TABLE member (id)"\n',
        "Sources/Plans/Migrations.swift": 'let a: SQL = "CREATE TABLE aim (id)"\n',
        "Sources/Grants/Migrations.swift": 'let a: SQL = "CREATE TABLE IF NOT EXISTS bid (id)"\n',
    }

    def assert_tables(self, statement, *lines):
        files = self.MIGRATIONS | {"Sources/Plans/AimStore.swift": f'let q: SQL = """\n{statement}\n"""\n'}
        places = [f"Sources/Plans/AimStore.swift:{line}" for line in lines]
        self.assert_broken(sql.a_slice_names_its_own_tables, files, *places)

    def test_sql_outside_a_store_is_named(self):
        bad = {"Sources/Plans/AimPages.swift": 'let title = "Aims"\nlet q = "SELECT * FROM aim"\n'}
        self.assert_broken(sql.sql_stands_in_stores, bad, "Sources/Plans/AimPages.swift:2")

    def test_sql_in_stores_and_migrations_and_words_like_sql_are_left_alone(self):
        good = {
            "Sources/Plans/AimStore.swift": 'let q = "SELECT * FROM aim"\n',
            "Sources/Plans/Migrations.swift": 'let q = "CREATE TABLE aim (id)"\n',
            "Sources/Plans/AimPages.swift": 'let q = "Select a file from the list, or update the plan"\n',
        }
        self.assert_held(sql.sql_stands_in_stores, good)

    def test_sql_made_from_text_is_named(self):
        bad = {"Sources/Plans/AimStore.swift": "let q = SQL(stringLiteral: name)\n"}
        self.assert_broken(sql.sql_is_never_made_from_text, bad, "Sources/Plans/AimStore.swift:1")
        self.assert_held(
            sql.sql_is_never_made_from_text, {"Sources/Plans/AimStore.swift": 'let q: SQL = "SELECT \\(a)"\n'}
        )

    def test_a_slice_may_read_its_own_tables_and_membership(self):
        self.assert_tables("SELECT * FROM aim JOIN member ON member.id = aim.lead")
        self.assert_tables("INSERT INTO aim VALUES (\\(id)) ON CONFLICT DO UPDATE SET title = excluded.title")
        self.assert_tables("CREATE TABLE aim_paper (file REFERENCES kept_file (id), lead REFERENCES member (id))")

    def test_a_slice_may_name_what_its_own_statement_makes(self):
        self.assert_tables("WITH late AS (SELECT * FROM aim), lost (id) AS (SELECT id FROM late) SELECT * FROM lost")
        self.assert_tables("SELECT * FROM aim, json_each(aim.words) WHERE a IS DISTINCT FROM b")

    def test_another_slices_table_is_named_with_its_line(self):
        self.assert_tables("SELECT * FROM aim\nJOIN bid ON bid.aim = aim.id", 3)

    def test_only_membership_changes_its_tables(self):
        self.assert_tables("UPDATE member SET name = \\(name)", 2)
        self.assert_tables("DELETE FROM member", 2)

    def test_a_table_that_no_migration_makes_is_named(self):
        self.assert_tables("SELECT * FROM aims", 2)

    def test_rows_inserted_by_name_are_seen(self):
        files = self.MIGRATIONS | {"Sources/Plans/AimStore.swift": 'try db.insert(rows, into: "bid")\n'}
        self.assert_broken(sql.a_slice_names_its_own_tables, files, "Sources/Plans/AimStore.swift:1")

    def test_a_domain_file_that_knows_the_web_is_named(self):
        bad = {"Sources/Plans/Aim.swift": "import Foundation\nimport Hummingbird\n"}
        self.assert_broken(sql.domain_files_know_no_web, bad, "Sources/Plans/Aim.swift:2")

    def test_routes_pages_and_the_slices_own_file_may_know_the_web(self):
        paths = ["AimRoutes", "AimPages", "AimPage", "Pages/AimTable", "Plans"]
        self.assert_held(
            sql.domain_files_know_no_web, {f"Sources/Plans/{path}.swift": "import Web\n" for path in paths}
        )


class MigrationRules(RuleTests):
    PATH = "Sources/Plans/Migrations.swift"

    def migration(self, statement):
        return {self.PATH: f'let all = [\n    Migration("2026-01-01 aims", "{statement}")\n]\n'}

    def test_a_released_migration_that_changes_is_named(self):
        migrations.accept(self.tree(self.migration("CREATE TABLE aim (id)")))
        rule = migrations.released_migrations_are_unchanged
        self.assert_held(rule, {})
        self.assert_broken(rule, self.migration("CREATE TABLE aim (id, title)"), f"{self.PATH}:2")

    def test_a_released_migration_that_goes_is_named(self):
        migrations.accept(self.tree(self.migration("CREATE TABLE aim (id)")))
        self.assert_broken(migrations.released_migrations_are_unchanged, {self.PATH: "\n"}, "docs/migrations.lock:3")

    def test_a_migration_not_yet_released_may_change(self):
        self.assert_held(migrations.released_migrations_are_unchanged, self.migration("CREATE TABLE aim (id)"))

    def test_breaking_lines_anew_changes_nothing(self):
        migrations.accept(self.tree(self.migration("CREATE TABLE aim (id)")))
        broken_anew = {self.PATH: 'let all = [ Migration("2026-01-01 aims",\n        "CREATE  TABLE aim (id)") ]\n'}
        broken_anew[self.PATH] = broken_anew[self.PATH].replace("  TABLE", " TABLE")
        self.assert_held(migrations.released_migrations_are_unchanged, broken_anew)

    def test_accepting_twice_adds_nothing(self):
        tree = self.tree(self.migration("CREATE TABLE aim (id)"))
        self.assertEqual(migrations.accept(tree), ["Plans/2026-01-01 aims"])
        self.assertEqual(migrations.accept(tree), [])
