"""The house rules that the compiler can't hold, in the order in which they are told."""

from rules import migrations, modules, names, sql, text

RULES = [
    modules.targets_are_known,
    modules.dependencies_point_down,
    modules.imports_point_down,
    sql.sql_stands_in_stores,
    sql.sql_is_never_made_from_text,
    sql.a_slice_names_its_own_tables,
    sql.domain_files_know_no_web,
    migrations.released_migrations_are_unchanged,
    names.names_say_something,
    names.public_types_say_what_they_are,
    names.files_are_short,
    names.functions_are_short,
    text.nothing_is_left_unfinished,
    text.no_machine_is_named,
    text.files_end_in_one_newline,
    text.pages_hold_no_inline_code,
    text.nothing_traps,
    text.only_the_program_prints,
    text.unchecked_promises_say_why,
    text.dates_are_told_their_zone,
    text.tests_never_sleep,
]
