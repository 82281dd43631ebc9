#ifndef CSQLITESHIM_H
#define CSQLITESHIM_H

struct sqlite3;
struct sqlite3_stmt;

/// Keeps a connection from checkpointing when it is closed. sqlite3_db_config takes variable arguments, which Swift
/// can't call.
void csqlite_leave_checkpointing(struct sqlite3 *connection);

/// The version of the SQLite that is linked, such as 3040001.
int csqlite_version_number(void);

/// Adds `nearness(index, isLastTwice)` to a connection: how well a full-text row fits what was asked. An SQLite result
/// code; an error where FTS5 was left out of the library.
int csqlite_add_nearness(struct sqlite3 *connection);

/// What a field of a row holds.
enum { CSQLITE_INTEGER, CSQLITE_TEXT, CSQLITE_BYTES, CSQLITE_NULL, CSQLITE_OTHER };

/// One field of the row that a statement is at, as it lies in SQLite's memory: good until the statement moves on.
struct csqlite_field {
    int kind;
    /// Of bytes, where it holds text or bytes.
    int count;
    const void *bytes;
    long long number;
};

/// Lends the first so many fields of the row that a statement is at. Text is not copied, as it would be if it had to end
/// in a zero byte, nor cut off at one that is in it.
void csqlite_lend(struct sqlite3_stmt *statement, struct csqlite_field *fields, int count);

#endif
