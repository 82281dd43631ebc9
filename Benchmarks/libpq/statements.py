"""What Frankpledge sends to the server for a query and for a change, as scripts of pgbench's."""

# One for each client; see RecordsCaller.partnership.
PARTNERSHIP = "0152c9f8-e800-7cc3-98c8-0000000000%02x"

# A read sees one moment, so it is a transaction. Where `{pipeline}` and `{end}` are lines of pgbench's own, what is between
# them is sent together.
QUERY = """\
\\set row random(1, {rows})
{pipeline}
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT number, name, count FROM bench_row WHERE partnership = {partnership} AND number = :row;
COMMIT;
{end}
"""

# A change, with its entry and the head of the chain. The hashes are worked out by us and not by pgbench, which sends others of
# the same length. A colon with something behind it would be a variable to it.
CHANGE = """\
\\set row random(1, {rows})
{pipeline}
BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || CAST({partnership} AS TEXT), 0));
SAVEPOINT attempt;
UPDATE bench_row SET count = count + 1 WHERE partnership = {partnership} AND number = :row;
RELEASE SAVEPOINT attempt;
{end}
INSERT INTO entry_head (partnership, number, hash) VALUES ({partnership}, 0, {hash})
ON CONFLICT (partnership) DO UPDATE SET number = entry_head.number RETURNING number, hash \\gset head_
\\set next :head_number + 1
{pipeline}
INSERT INTO entry (
    partnership, number, at, act, subject_kind, subject_address, actor_kind, actor_address, outcome, detail_hash, hash
) VALUES (
    {partnership}, :next, '20160209T120000Z', 'row changed', 'row', :row, 'command line', '', 'done', {hash}, {hash}
);
INSERT INTO entry_detail (partnership, number, salt, actor_name, why, changes, refusal)
VALUES (
    {partnership}, :next, {salt}, 'bench', NULL, '[{{"after": true, "before": false, "field": "counted"}}]', NULL
);
UPDATE entry_head SET number = :next, hash = {hash} WHERE partnership = {partnership};
COMMIT;
{end}
"""


def script(text, rows, together, pipelined):
    """
    - `together`: whether all clients ask one partnership's records, rather than each its own.
    - `pipelined`: whether statements are sent together where none waits for what another gives.
    """
    if together:
        client, partnership = "", f"'{PARTNERSHIP % 0}'"
    else:
        client, partnership = "\\set own :client_id\n", f"CAST('{PARTNERSHIP[:-4]}' || lpad(to_hex(CAST(:own AS INTEGER)), 2, '0') AS UUID)"
    hash_, salt = f"'\\x{'ab' * 32}'", f"'\\x{'cd' * 16}'"
    pipeline, end = ("\\startpipeline", "\\endpipeline") if pipelined else ("", "")
    return client + text.format(
        rows=rows, partnership=partnership, hash=hash_, salt=salt, pipeline=pipeline, end=end
    )
