#ifndef CSQLITESHIM_H
#define CSQLITESHIM_H

struct sqlite3;

/// Keeps a connection from checkpointing when it is closed. sqlite3_db_config takes variable arguments, which Swift
/// can't call.
void csqlite_leave_checkpointing(struct sqlite3 *connection);

/// The version of the SQLite that is linked, such as 3040001.
int csqlite_version_number(void);

/// Adds `nearness(index, isLastTwice)` to a connection: how well a full-text row fits what was asked. An SQLite result
/// code; an error where FTS5 was left out of the library.
int csqlite_add_nearness(struct sqlite3 *connection);

#endif
